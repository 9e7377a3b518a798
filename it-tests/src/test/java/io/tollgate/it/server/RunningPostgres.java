package io.tollgate.it.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL server on a free loopback port, with empty databases on demand. */
public final class RunningPostgres implements AutoCloseable {
    private final EmbeddedPostgres server;

    private RunningPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Unpacks, initialises and starts a server. For root it runs in a user namespace of its own. */
    public static RunningPostgres start() throws IOException {
        return new RunningPostgres(EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(Path.of("target", "postgres").toFile())
                .setPort(FreePorts.one())
                // The environment's may be none that is installed.
                .setLocaleConfig("locale", "C")
                .setPGStartupWait(Duration.ofMinutes(2))
                .start());
    }

    /** Creates an empty database. */
    public void create(String database) throws SQLException {
        execute("postgres", "CREATE DATABASE " + database);
    }

    /** A gateway that keeps its data in one of the databases. */
    public Launch launch(String name, String database) {
        return Launch.named(name)
                .with("TOLLGATE_DB_URL", "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database)
                .with("TOLLGATE_DB_USER", "postgres")
                .with("TOLLGATE_STAGES_POLL_SECONDS", "1");
    }

    /** Runs statements. */
    public void execute(String database, String sql) throws SQLException {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of what a query finds. */
    public List<String> column(String database, String query) throws SQLException {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
