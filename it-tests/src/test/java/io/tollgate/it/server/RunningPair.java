package io.tollgate.it.server;

import java.io.IOException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;

/** Two gateways on one PostgreSQL that meet in a cluster. They are started one after the other. */
public final class RunningPair implements AutoCloseable {
    private final RunningPostgres postgres;
    private final RunningTollgate one;
    private final RunningTollgate other;

    private RunningPair(RunningPostgres postgres, RunningTollgate one, RunningTollgate other) {
        this.postgres = postgres;
        this.one = one;
        this.other = other;
    }

    /**
     * Starts both.
     *
     * @param environment what both see beside what makes them a cluster
     */
    public static RunningPair start(Map<String, String> environment) throws IOException, SQLException {
        RunningPostgres postgres = RunningPostgres.start();
        postgres.create("cluster");
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        String sealing = Base64.getEncoder().encodeToString(key);
        int ports = FreePorts.row(2);
        String both = "127.0.0.1:" + ports + ",127.0.0.1:" + (ports + 1);
        Launch[] members = new Launch[2];
        for (int i = 0; i < 2; i++) {
            members[i] = postgres.launch("cluster-" + (i + 1), "cluster")
                    .with("TOLLGATE_SECRET_KEY", sealing)
                    .with("TOLLGATE_CLUSTER_MEMBERS", both)
                    .with("TOLLGATE_CLUSTER_PORT", Integer.toString(ports + i));
            for (Map.Entry<String, String> one : environment.entrySet()) {
                members[i] = members[i].with(one.getKey(), one.getValue());
            }
        }
        return new RunningPair(postgres, RunningTollgate.start(members[0]), RunningTollgate.start(members[1]));
    }

    /** The first node. */
    public RunningTollgate one() {
        return one;
    }

    /** The second node. */
    public RunningTollgate other() {
        return other;
    }

    /** Ends the first node cleanly and the second at once. */
    @Override
    public void close() throws IOException {
        one.close();
        other.kill();
        postgres.close();
    }
}
