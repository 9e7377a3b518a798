package io.tollgate.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.it.client.ApiUnderTest;
import io.tollgate.it.client.Door;
import io.tollgate.it.client.Eventually;
import io.tollgate.it.client.Sdk;
import io.tollgate.it.server.DidNotStartException;
import io.tollgate.it.server.Launch;
import io.tollgate.it.server.RunningPostgres;
import io.tollgate.it.server.RunningTollgate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;

/** The gateway on PostgreSQL. */
class PostgresTests {
    private static RunningPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = RunningPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    private static String newSecretKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private static long migrations() throws IOException {
        Path folder = RunningTollgate.home().resolve("db-migrations/src/main/resources/db/migration");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("V"))
                    .count();
        }
    }

    @Test
    void twoNodesThatStartTogetherMigrateOnceAndServeTheSameApis() throws IOException, SQLException {
        postgres.create("pair");
        String key = newSecretKey();
        Launch first = postgres.launch("node-1", "pair").with("TOLLGATE_SECRET_KEY", key);
        Launch second = postgres.launch("node-2", "pair").with("TOLLGATE_SECRET_KEY", key);
        try (RunningTollgate one = RunningTollgate.begin(first);
                RunningTollgate other = RunningTollgate.begin(second)) {
            one.awaitReady();
            other.awaitReady();
            List<String> applied =
                    postgres.column("pair", "SELECT version FROM flyway_schema_history WHERE success ORDER BY 1");
            assertThat(applied).doesNotHaveDuplicates().hasSize(Math.toIntExact(migrations()));
            assertThat(Files.readString(one.credentials())).isEqualTo(Files.readString(other.credentials()));
            isServedByBoth(one, other);
        }
    }

    private static void isServedByBoth(RunningTollgate one, RunningTollgate other) {
        try (ApiGatewayClient writing = Sdk.of(one);
                ApiGatewayClient reading = Sdk.of(other)) {
            ApiUnderTest api = new ApiUnderTest(writing, "shared").mock("hello", "hello from both");
            api.deploy("test");
            assertThat(reading.getRestApi(get -> get.restApiId(api.id())).name())
                    .isEqualTo("shared");
            for (RunningTollgate node : List.of(one, other)) {
                Eventually.get(
                        "the API on both nodes",
                        () -> Door.EXPRESS_BY_PATH
                                .get(node, api.id(), "/test/hello")
                                .body(),
                        body -> body.equals("hello from both"));
            }
        }
    }

    @Test
    void aSchemaOfANewerVersionIsRefusedWithAMessage() throws SQLException {
        postgres.create("newer");
        postgres.execute("newer", """
                CREATE TABLE flyway_schema_history (installed_rank INT PRIMARY KEY, version VARCHAR(50),
                    description VARCHAR(200) NOT NULL, type VARCHAR(20) NOT NULL, script VARCHAR(1000) NOT NULL,
                    checksum INT, installed_by VARCHAR(100) NOT NULL, installed_on TIMESTAMP NOT NULL DEFAULT now(),
                    execution_time INT NOT NULL, success BOOLEAN NOT NULL);
                INSERT INTO flyway_schema_history VALUES
                    (1, '9999', 'from the future', 'SQL', 'V9999__from_the_future.sql', 1, 'postgres', now(), 1, true)
                """);
        assertThatThrownBy(() -> RunningTollgate.start(postgres.launch("newer", "newer")))
                .isInstanceOf(DidNotStartException.class)
                .hasMessageContaining("The database's schema is not one that this version of Tollgate can use")
                .hasMessageContaining("9999");
        assertThat(postgres.column("newer", "SELECT version FROM flyway_schema_history"))
                .containsExactly("9999");
    }
}
