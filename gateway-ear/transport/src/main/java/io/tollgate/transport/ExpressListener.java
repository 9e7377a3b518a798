package io.tollgate.transport;

import io.netty.channel.ChannelPipeline;
import io.tollgate.dataplane.gateway.Answer;
import io.tollgate.dataplane.gateway.Incoming;
import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.http.Http1ServerConfig;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The fast door: HTTP/1.1 on sockets of our own. Each event loop accepts connections and keeps them. */
public final class ExpressListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ExpressListener.class);

    private final ExpressSettings settings;
    private final Function<Incoming, CompletionStage<Answer>> handler;
    private final List<HttpServer> servers = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final RequestReader reader;

    private ExpressListener(ExpressSettings settings, Function<Incoming, CompletionStage<Answer>> handler) {
        this.settings = settings;
        this.handler = handler;
        this.reader = new RequestReader(settings);
    }

    /**
     * Opens the listener. The handler is called on an event loop and must not block; its stage must not fail.
     *
     * @throws IllegalStateException if the port is taken or cannot be bound
     */
    public static ExpressListener start(
            EventLoops loops, ExpressSettings settings, Function<Incoming, CompletionStage<Answer>> handler) {
        ExpressListener listener = new ExpressListener(settings, handler);
        EventLoops.await(
                loops.vertx()
                        .deployVerticle(
                                () -> (Deployable) listener::listen,
                                new DeploymentOptions().setInstances(loops.count())),
                "listen on " + settings.host() + ":" + settings.port());
        return listener;
    }

    /** The port that is bound. */
    public int port() {
        return servers.get(0).actualPort();
    }

    private Future<?> listen(Context context) {
        HttpServer server = context.owner().createHttpServer(options());
        servers.add(server);
        return server.connectionHandler(this::accepted)
                .invalidRequestHandler(Refusals::invalid)
                .requestHandler(this::handle)
                .listen();
    }

    private HttpServerOptions options() {
        return new HttpServerOptions()
                .setHost(settings.host())
                .setPort(settings.port())
                .setMaxInitialLineLength(settings.maxUrlBytes() + 64)
                .setMaxHeaderSize(settings.maxHeaderBytes())
                .setHandle100ContinueAutomatically(true)
                .setHttp2ClearTextEnabled(false)
                .setTcpNoDelay(true)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout(Math.toIntExact(settings.idleTimeout().toMillis()));
    }

    private void accepted(HttpConnection connection) {
        if (connections.incrementAndGet() > settings.maxConnections()) {
            LOG.warn("connection refused: {} are open", settings.maxConnections());
            connection.close();
        }
        connection.closeHandler(closed -> connections.decrementAndGet());
        ChannelPipeline pipeline =
                ((ConnectionBase) connection).channelHandlerContext().pipeline();
        Http1ServerConfig config = new Http1ServerConfig();
        config.setMaxInitialLineLength(settings.maxUrlBytes() + 64);
        config.setMaxHeaderSize(settings.maxHeaderBytes());
        pipeline.replace(
                "httpDecoder",
                "httpDecoder",
                new StrictRequestDecoder(
                        config,
                        settings.maxUrlBytes() + settings.maxHeaderBytes() + 64,
                        settings.headTimeout().toMillis()));
    }

    private void handle(HttpServerRequest request) {
        Incoming incoming = reader.read(request);
        if (incoming == null) {
            return;
        }
        handler.apply(incoming).thenAccept(answer -> AnswerWriter.write(request, answer));
    }

    /** Stops accepting, lets running requests finish for the drain time-out, then closes what is left. */
    @Override
    public void close() {
        List<Future<Void>> closing = servers.stream()
                .map(server -> server.shutdown(settings.drainTimeout()))
                .toList();
        EventLoops.await(Future.join(closing), "close the express listener");
    }
}
