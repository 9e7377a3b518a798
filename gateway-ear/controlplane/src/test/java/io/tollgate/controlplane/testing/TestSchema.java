package io.tollgate.controlplane.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/**
 * An empty database with the real schema: H2's in memory, or one of PostgreSQL itself where the system property
 * {@code tollgate.test.database} says {@code postgresql}. The build runs all tests with both.
 *
 * @param url the JDBC URL
 * @param user the account, which has no password
 */
record TestSchema(String url, String user) implements AutoCloseable {
    private static final AtomicInteger MADE = new AtomicInteger();

    static TestSchema fresh() {
        int number = MADE.incrementAndGet();
        return switch (System.getProperty("tollgate.test.database", "h2")) {
            case "h2" -> migrated(new TestSchema("jdbc:h2:mem:test" + number + ";DB_CLOSE_DELAY=-1", "sa"));
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

    /** Drops what PostgreSQL would keep; H2 forgets it with the JVM. */
    @Override
    public void close() {
        if (url.startsWith("jdbc:postgresql:")) {
            Server.INSTANCE.execute("DROP DATABASE " + url.substring(url.lastIndexOf('/') + 1) + " WITH (FORCE)");
        }
    }

    /** The PostgreSQL server of this JVM. It migrates one database and copies that. */
    private static final class Server {
        static final Server INSTANCE = new Server();

        private final EmbeddedPostgres postgres;

        private Server() {
            try {
                postgres = EmbeddedPostgres.builder()
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
        }

        TestSchema copy(String name) {
            execute("CREATE DATABASE " + name + " TEMPLATE migrated");
            return at(name);
        }

        private TestSchema at(String database) {
            return new TestSchema("jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database, "postgres");
        }

        private void execute(String sql) {
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
