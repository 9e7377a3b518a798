package io.tollgate.it.client;

import io.tollgate.it.server.Addresses;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends calls to those express listeners that say they are ready, as load balancers do; it makes no call twice. */
public final class Balancer implements AutoCloseable {
    private static final long CHECK_MILLIS = 200;
    private static final long PAUSE_MILLIS = 10;

    private final List<Addresses> nodes;
    private final Map<Addresses, Integer> calls = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final ScheduledExecutorService checks = Executors.newSingleThreadScheduledExecutor();
    private volatile List<Addresses> ready = List.of();

    /** Balances between nodes; their addresses may outlive them. */
    public Balancer(List<? extends Addresses> nodes) {
        this.nodes = List.copyOf(nodes);
        check();
        checks.scheduleWithFixedDelay(this::check, CHECK_MILLIS, CHECK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void check() {
        List<Addresses> now = nodes.stream().filter(Balancer::isReady).toList();
        if (!now.isEmpty()) {
            ready = now;
        }
    }

    /** Whether a node says that it is ready. */
    public static boolean isReady(Addresses node) {
        HttpRequest probe = HttpRequest.newBuilder(node.express().resolve("/tollgate/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return Door.send(probe).statusCode() == 200;
        } catch (UncheckedIOException closed) {
            return false;
        }
    }

    /** The answer of the node whose turn it is; a caller calls about a hundred times a second at most. */
    public HttpResponse<String> get(String api, String stageAndPath) {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS))
                .join();
        List<Addresses> now = ready;
        Addresses node = now.get(Math.floorMod(turn.getAndIncrement(), now.size()));
        HttpResponse<String> answer = Door.EXPRESS_BY_PATH.get(node, api, stageAndPath);
        calls.merge(node, 1, Integer::sum);
        return answer;
    }

    /** How many calls a node has answered. */
    public int calls(Addresses node) {
        return calls.getOrDefault(node, 0);
    }

    @Override
    public void close() {
        checks.shutdownNow();
    }
}
