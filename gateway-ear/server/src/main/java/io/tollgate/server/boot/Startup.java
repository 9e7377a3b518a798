package io.tollgate.server.boot;

import io.tollgate.controlplane.credential.Credentials;
import io.tollgate.controlplane.wire.Changes;
import io.tollgate.dataplane.gateway.Gateway;
import io.tollgate.dataplane.plugin.Plugins;
import io.tollgate.server.config.Settings;
import io.tollgate.server.live.PlanFeed;
import io.tollgate.server.live.StageFeed;
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
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
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

    private final Settings settings;
    private final Credentials credentials;
    private final Plugins plugins;
    private final StageFeed feed;
    private final PlanFeed planFeed;
    private final Changes changes;
    private final EventLoops loops;
    private final Gateway gateway;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon().name("tollgate-poll").unstarted(work));

    private @Nullable ExpressListener express;

    /** Made by the container. */
    @Inject
    public Startup(
            Settings settings,
            Credentials credentials,
            Plugins plugins,
            StageFeed feed,
            PlanFeed planFeed,
            Changes changes,
            EventLoops loops,
            Gateway gateway) {
        this.settings = settings;
        this.credentials = credentials;
        this.plugins = plugins;
        this.feed = feed;
        this.planFeed = planFeed;
        this.changes = changes;
        this.loops = loops;
        this.gateway = gateway;
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
        feed.refresh();
        planFeed.refresh();
        changes.listen(feed);
        changes.listen(planFeed);
        clockwork.scheduleWithFixedDelay(
                () -> quietly("compare stages", feed::refresh),
                settings.stagePollSeconds(),
                settings.stagePollSeconds(),
                TimeUnit.SECONDS);
        clockwork.scheduleWithFixedDelay(
                () -> quietly("compare keys and plans", planFeed::refresh), 1, 1, TimeUnit.SECONDS);
        clockwork.scheduleWithFixedDelay(() -> quietly("look at plugins", this::rescan), 1, 1, TimeUnit.SECONDS);
        if (settings.expressEnabled()) {
            ExpressSettings listening = ExpressSettings.at(settings.expressHost(), settings.expressPort())
                    .drainingFor(Duration.ofSeconds(settings.drainSeconds()));
            express = ExpressListener.start(loops, listening, gateway::handle);
            LOG.info("express listener on {}:{}", settings.expressHost(), express.port());
        }
        LOG.info("tollgate is ready");
    }

    private void rescan() {
        if (plugins.rescan()) {
            feed.recompile();
        }
    }

    private static void quietly(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.warn("cannot {}; trying again", what, failed);
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        clockwork.shutdownNow();
        if (express != null) {
            express.close();
        }
        LOG.info("tollgate has stopped");
    }
}
