package io.tollgate.transport;

import io.tollgate.spi.http.HttpUpstream;
import io.tollgate.spi.http.UpstreamException;
import io.tollgate.spi.http.UpstreamRequest;
import io.tollgate.spi.http.UpstreamResponse;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.JdkSSLEngineOptions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The outgoing HTTP client: a pool of connections for each event loop, so that a call from an express connection stays
 * on its loop. Calls from other threads are spread over the loops. Thread-safe.
 */
public final class VertxUpstream implements HttpUpstream, AutoCloseable {
    private final EventLoops loops;
    private final UpstreamSettings settings;
    private final List<Context> contexts = new CopyOnWriteArrayList<>();
    private final List<Clients> clients = new CopyOnWriteArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    /** The clients of one event loop: with and without checks of certificate authorities. */
    private record Clients(HttpClient checking, HttpClient trusting) {}

    /** A client on these loops. */
    public VertxUpstream(EventLoops loops, UpstreamSettings settings) {
        this.loops = loops;
        this.settings = settings;
        for (int i = 0; i < loops.count(); i++) {
            contexts.add(loops.vertx().getOrCreateContext());
        }
    }

    @Override
    public CompletionStage<UpstreamResponse> send(UpstreamRequest request) {
        CompletableFuture<UpstreamResponse> response = new CompletableFuture<>();
        Target target = Target.of(request.uri());
        if (target == null) {
            response.completeExceptionally(new UpstreamException(
                    UpstreamException.Reason.BAD_ADDRESS, "not an absolute http(s) URI: " + request.uri()));
            return response;
        }
        Context current = Vertx.currentContext();
        if (current != null && current.isEventLoopContext() && current.owner() == loops.vertx()) {
            start(current, target, request, response);
        } else {
            Context chosen = contexts.get(Math.floorMod(next.getAndIncrement(), contexts.size()));
            chosen.runOnContext(now -> start(chosen, target, request, response));
        }
        return response;
    }

    private void start(
            Context context, Target target, UpstreamRequest request, CompletableFuture<UpstreamResponse> response) {
        Clients own = clientsOf(context);
        HttpClient client = request.insecureSkipVerification() ? own.trusting() : own.checking();
        new UpstreamCall(loops.vertx(), settings, target, request, response).start(client);
    }

    private Clients clientsOf(Context context) {
        Clients known = context.get(this);
        if (known == null) {
            known = new Clients(client(false), client(true));
            clients.add(known);
            context.put(this, known);
        }
        return known;
    }

    private HttpClient client(boolean trustAll) {
        HttpClientOptions options = new HttpClientOptions()
                .setKeepAlive(true)
                .setKeepAliveTimeout(settings.idleSeconds())
                .setConnectTimeout(settings.connectMillis())
                .setMaxHeaderSize(settings.maxHeaderBytes())
                .setDecompressionSupported(false)
                .setTcpNoDelay(true)
                .setVerifyHost(true)
                .setTrustAll(trustAll)
                .setSslEngineOptions(new JdkSSLEngineOptions());
        PoolOptions pool = new PoolOptions()
                .setHttp1MaxSize(settings.connectionsPerOrigin())
                .setMaxWaitQueueSize(settings.waitingPerOrigin())
                .setEventLoopSize(0);
        return loops.vertx().createHttpClient(options, pool);
    }

    /** Closes all pooled connections. */
    @Override
    public void close() {
        clients.forEach(one -> {
            one.checking().close();
            one.trusting().close();
        });
    }
}
