package io.tollgate.transport;

import io.netty.channel.ChannelHandlerContext;
import io.tollgate.dataplane.gateway.Answer;
import io.tollgate.dataplane.gateway.Incoming;
import io.vertx.core.Future;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The fast door: HTTP/1.1 on sockets of our own. Connections are spread over the event loops and stay where they are. */
public final class ExpressListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ExpressListener.class);

    /** Vert.x lets servers with the same negative port share one free port. */
    private static final AtomicInteger ANY_PORT = new AtomicInteger();

    private static final long COMPLAIN_EVERY_NANOS = Duration.ofSeconds(10).toNanos();

    private final ExpressService service;
    private final List<NetServer> servers = new ArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicLong complained = new AtomicLong(System.nanoTime() - COMPLAIN_EVERY_NANOS);

    private ExpressListener(ExpressService service) {
        this.service = service;
    }

    /**
     * Opens the listener. The handler is called on an event loop and must not block; its stage must not fail.
     *
     * @throws IllegalStateException if the port is taken or cannot be bound
     */
    public static ExpressListener start(
            EventLoops loops, ExpressSettings settings, Function<Incoming, CompletionStage<Answer>> handler) {
        ExpressListener listener = new ExpressListener(new ExpressService(settings, handler, new AtomicBoolean()));
        int port = settings.port() == 0 ? -ANY_PORT.incrementAndGet() : settings.port();
        for (Loop loop : loops.all()) {
            NetServer server = listener.server(loops, loop, port);
            EventLoops.await(
                    EventLoops.inContext(loop, server::listen), "listen on " + settings.host() + ":" + settings.port());
            listener.servers.add(server);
        }
        return listener;
    }

    /** The port that is bound. */
    public int port() {
        return servers.get(0).actualPort();
    }

    private NetServer server(EventLoops loops, Loop loop, int port) {
        NetServerOptions options = new NetServerOptions()
                .setHost(service.settings().host())
                .setPort(port)
                .setTcpNoDelay(true)
                .setAcceptBacklog(4_096);
        return loops.vertx().createNetServer(options).connectHandler(socket -> accepted(loop, socket));
    }

    private void accepted(Loop loop, NetSocket socket) {
        int open = connections.incrementAndGet();
        socket.closeHandler(closed -> connections.decrementAndGet());
        if (open > service.settings().maxConnections()) {
            complain();
            socket.close();
            return;
        }
        ChannelHandlerContext own = ((NetSocketInternal) socket).channelHandlerContext();
        ExpressConnection connection =
                new ExpressConnection(service, loop, own, Peer.of(own.channel(), socket.isSsl()));
        own.pipeline().addBefore(own.name(), "express", connection);
        socket.shutdownHandler(now -> connection.drain());
    }

    /**
     * Makes every answer from now on the last on its connection. Connections are still accepted: clients that find their way to
     * another node by the time of {@link #close} lose nothing.
     */
    public void endConnections() {
        service.ending().set(true);
    }

    private void complain() {
        long last = complained.get();
        long now = System.nanoTime();
        if (now - last > COMPLAIN_EVERY_NANOS && complained.compareAndSet(last, now)) {
            LOG.warn("connections are refused: {} are open", service.settings().maxConnections());
        }
    }

    /** Stops accepting, lets running requests finish for the drain time-out, then closes what is left. */
    @Override
    public void close() {
        Duration drain = service.settings().drainTimeout();
        List<Future<Void>> closing = servers.stream()
                .map(server -> server.shutdown(drain.isZero() ? Duration.ofMillis(1) : drain))
                .toList();
        EventLoops.await(Future.join(closing), "close the express listener", drain.plus(EventLoops.SOON));
    }
}
