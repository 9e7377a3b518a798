package io.tollgate.server.boot;

import io.tollgate.controlplane.credential.Credentials;
import io.tollgate.dataplane.gateway.Answer;
import io.tollgate.dataplane.gateway.Gateway;
import io.tollgate.dataplane.gateway.Incoming;
import io.tollgate.dataplane.plugin.Plugins;
import io.tollgate.server.cluster.Cluster;
import io.tollgate.server.config.GatewaySettings;
import io.tollgate.server.health.Readiness;
import io.tollgate.server.live.Upkeep;
import io.tollgate.server.servlet.ContainerListeners;
import io.tollgate.server.servlet.RunningCalls;
import io.tollgate.transport.EventLoops;
import io.tollgate.transport.ExpressListener;
import io.tollgate.transport.ExpressSettings;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts and stops the gateway in order: settings, database and schema (both before this is called), root credential,
 * plugins, live stages, express listener. When it returns, calls succeed.
 */
@WebListener
public class Startup implements ServletContextListener {
    private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

    private final GatewaySettings settings;
    private final Credentials credentials;
    private final Plugins plugins;
    private final Upkeep upkeep;
    private final EventLoops loops;
    private final Gateway gateway;
    private final RunningCalls running;
    private final Cluster cluster;
    private final Readiness readiness;
    private final EndSignals signals = new EndSignals();
    private final ContainerListeners container = new ContainerListeners();

    private @Nullable ExpressListener express;
    private boolean drained;

    /** Made by the container. */
    @Inject
    public Startup(
            GatewaySettings settings,
            Credentials credentials,
            Plugins plugins,
            Upkeep upkeep,
            EventLoops loops,
            Gateway gateway,
            RunningCalls running,
            Cluster cluster,
            Readiness readiness) {
        this.settings = settings;
        this.credentials = credentials;
        this.plugins = plugins;
        this.upkeep = upkeep;
        this.loops = loops;
        this.gateway = gateway;
        this.running = running;
        this.cluster = cluster;
        this.readiness = readiness;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            Path file = CredentialsFile.writeOnce(settings.data(), credentials.root());
            LOG.info("the root credential is in {}", file);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write the credentials file", unwritable);
        }
        String bundled = event.getServletContext().getRealPath("/WEB-INF/plugins");
        if (bundled != null) {
            plugins.lookIn(Path.of(bundled));
        }
        plugins.lookIn(settings.data().resolve("plugins"));
        plugins.rescan();
        upkeep.catchUp();
        upkeep.listen();
        cluster.start(upkeep.followers());
        // What was changed before anybody told this node.
        upkeep.catchUp();
        upkeep.begin();
        if (settings.expressEnabled()) {
            ExpressSettings listening = ExpressSettings.at(settings.expressHost(), settings.expressPort())
                    .drainingFor(Duration.ofSeconds(settings.drainSeconds()));
            express = ExpressListener.start(loops, listening, this::answer);
            LOG.info("express listener on {}:{}", settings.expressHost(), express.port());
        }
        container.guard();
        signals.drainFirst(this::drain);
        readiness.begin();
        LOG.info("tollgate is ready");
    }

    private CompletionStage<Answer> answer(Incoming incoming) {
        boolean probe =
                incoming.rawPath().equals(Readiness.PATH) && !gateway.isForApi(incoming.host(), incoming.rawPath());
        return probe ? CompletableFuture.completedFuture(readiness.answer()) : gateway.handle(incoming);
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        signals.close();
        container.close();
        drain();
        LOG.info("tollgate has stopped");
    }

    /**
     * Tells load balancers and gives them time, takes no more calls, lets the running ones finish, and writes what they
     * counted. Does so once.
     */
    private synchronized void drain() {
        if (drained) {
            return;
        }
        drained = true;
        sendCallsElsewhere();
        running.refuseNew();
        if (express != null) {
            express.close();
        }
        if (!running.awaitNone(Duration.ofSeconds(settings.drainSeconds()))) {
            LOG.warn("calls on the container listener did not end within {} s and are cut", settings.drainSeconds());
        }
        cluster.stop();
        upkeep.end();
    }

    private void sendCallsElsewhere() {
        readiness.end();
        if (express != null) {
            express.endConnections();
        }
        try {
            TimeUnit.SECONDS.sleep(settings.drainDelaySeconds());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
