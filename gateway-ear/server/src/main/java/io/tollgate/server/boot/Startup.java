package io.tollgate.server.boot;

import io.tollgate.controlplane.credential.Credentials;
import io.tollgate.server.config.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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

    /** Made by the container. */
    @Inject
    public Startup(Settings settings, Credentials credentials) {
        this.settings = settings;
        this.credentials = credentials;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            Path file = CredentialsFile.writeOnce(settings.data(), credentials.root());
            LOG.info("the root credential is in {}", file);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write the credentials file", unwritable);
        }
        LOG.info("tollgate is ready");
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        LOG.info("tollgate has stopped");
    }
}
