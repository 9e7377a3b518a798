package io.tollgate.controlplane.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An empty database with the real schema: H2's in memory, or one of PostgreSQL itself where the system property
 * {@code tollgate.test.database} says {@code postgresql}. The build runs all tests with both.
 *
 * @param url the JDBC URL
 * @param user the account, which has no password
 */
record TestSchema(String url, String user) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TestSchema.class);
    private static final AtomicInteger MADE = new AtomicInteger();

    static TestSchema fresh() {
        int number = MADE.incrementAndGet();
        return switch (System.getProperty("tollgate.test.database", "h2")) {
            // Who waits for a lock waits until it is free, as with PostgreSQL; H2 gives up after two seconds.
            case "h2" ->
                migrated(new TestSchema("jdbc:h2:mem:test" + number + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=600000", "sa"));
            case "postgresql" -> Server.INSTANCE.copy("test" + number);
            default -> throw new IllegalArgumentException("tollgate.test.database is h2 or postgresql");
        };
    }

    private static TestSchema migrated(TestSchema empty) {
        Flyway.configure()
                .dataSource(empty.url, empty.user, "")
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return empty;
    }

    /** Drops the database, so that hundreds of them need no more memory than one. */
    @Override
    public void close() {
        if (url.startsWith("jdbc:postgresql:")) {
            Server.INSTANCE.execute("DROP DATABASE " + url.substring(url.lastIndexOf('/') + 1) + " WITH (FORCE)");
        } else {
            execute(() -> DriverManager.getConnection(url, user, ""), "SHUTDOWN");
        }
    }

    /** Opens a connection. */
    private interface Door {
        Connection open() throws SQLException;
    }

    private static void execute(Door door, String sql) {
        try (Connection connection = door.open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The PostgreSQL server of this JVM. It migrates one database and copies that. */
    private static final class Server {
        static final Server INSTANCE = new Server();

        private final EmbeddedPostgres postgres;

        private Server() {
            try {
                postgres = EmbeddedPostgres.builder()
                        .setPort(freePort())
                        // The environment's may be none that is installed.
                        .setLocaleConfig("locale", "C")
                        .setOverrideWorkingDirectory(
                                Path.of("target", "postgres").toFile())
                        .setPGStartupWait(Duration.ofMinutes(2))
                        .setServerConfig("fsync", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            execute("CREATE DATABASE migrated");
            migrated(at("migrated"));
            // Sessions that were closed end a little later, and what has sessions cannot be copied.
            execute("SELECT pg_terminate_backend(pid, 600000) FROM pg_stat_activity WHERE datname = 'migrated'");
        }

        /** A port that is free and stays so until the server is made: below those that a system gives by itself. */
        private static int freePort() throws IOException {
            while (true) {
                int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
                try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                    return free.getLocalPort();
                } catch (BindException taken) {
                    LOG.debug("port {} is taken", port, taken);
                }
            }
        }

        TestSchema copy(String name) {
            execute("CREATE DATABASE " + name + " TEMPLATE migrated");
            return at(name);
        }

        private TestSchema at(String database) {
            return new TestSchema("jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database, "postgres");
        }

        private void execute(String sql) {
            TestSchema.execute(postgres.getPostgresDatabase()::getConnection, sql);
        }
    }
}
