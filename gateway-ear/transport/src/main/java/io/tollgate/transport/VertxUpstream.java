package io.tollgate.transport;

import io.tollgate.spi.http.HttpUpstream;
import io.tollgate.spi.http.UpstreamException;
import io.tollgate.spi.http.UpstreamRequest;
import io.tollgate.spi.http.UpstreamResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The outgoing HTTP client: a pool of connections for each event loop, so that a call made for an express connection
 * stays on its loop and ends when the client goes away. Calls from other threads are spread over the loops. Thread-safe.
 */
public final class VertxUpstream implements HttpUpstream, AutoCloseable {
    private final List<Origins> pools;
    private final Connector connector;
    private final AtomicInteger next = new AtomicInteger();

    /** A client on these loops. */
    public VertxUpstream(EventLoops loops, UpstreamSettings settings) {
        connector = new Connector(loops.vertx(), settings);
        pools = loops.all().stream()
                .map(loop -> new Origins(loop, settings, connector))
                .toList();
    }

    @Override
    public CompletionStage<UpstreamResponse> send(UpstreamRequest request) {
        Target target = Target.of(request.uri());
        if (target == null) {
            return CompletableFuture.failedFuture(new UpstreamException(
                    UpstreamException.Reason.BAD_ADDRESS, "not an absolute http(s) URI: " + request.uri()));
        }
        Origins origins = pools.get(poolFor(request));
        CompletableFuture<UpstreamResponse> response = new CompletableFuture<>();
        ExpressExchange caller = origins.loop().isHere() ? origins.loop().serving() : null;
        UpstreamCall call = new UpstreamCall(origins, target, request, caller, response);
        origins.loop().run(call::start);
        return response;
    }

    /** The loop of the caller, or that of the body it sends on, or any. */
    private int poolFor(UpstreamRequest request) {
        Loop here = Loop.here();
        if (here != null && owns(here)) {
            return here.index();
        }
        if (request.body() instanceof StreamBody stream && owns(stream.loop())) {
            return stream.loop().index();
        }
        return Math.floorMod(next.getAndIncrement(), pools.size());
    }

    private boolean owns(Loop loop) {
        return loop.index() < pools.size() && pools.get(loop.index()).loop() == loop;
    }

    /** Closes all connections. */
    @Override
    public void close() {
        pools.forEach(origins -> origins.loop().run(origins::close));
        connector.close();
    }
}
