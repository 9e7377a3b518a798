package io.tollgate.controlplane.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.controlplane.audit.AuditLog;
import io.tollgate.controlplane.testing.ControlPlane;
import io.tollgate.spi.exchange.QueryParameters;
import io.tollgate.spi.http.Headers;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DispatcherTest {

    @ParameterizedTest
    @CsvSource({
        "POST, /v2/apis/a/deployments, CreateDeployment",
        "GET, /v2/apis/a/stages/s, GetStage",
        "GET, /restapis/a/stages/s/sdks/java, GetSdk"
    })
    void anOperationWithoutAHandlerIsRefusedByNameAlsoIfAnotherServiceHasOneOfThatName(
            String verb, String address, String name) {
        try (ControlPlane plane = new ControlPlane()) {
            assertThat(plane.refusal(verb, address, "{}"))
                    .isEqualTo("501 NotImplementedException: Operation " + name
                            + " is not implemented by this version of Tollgate");
        }
    }

    @Test
    void anOperationWithAHandlerIsRun() {
        try (ControlPlane plane = new ControlPlane()) {
            assertThat(plane.json("GET", "/restapis", "").path("item")).isEmpty();
        }
    }

    /** An operation whose first attempt fails as a driver tells it. */
    private record Unlucky(String sqlState, AtomicInteger attempts) implements Contribution {

        @Override
        public Map<String, Function<Request, Reply>> operations() {
            return Map.of("GetAccount", this::answer);
        }

        private Reply answer(Request request) {
            if (attempts.incrementAndGet() == 1) {
                throw new PersistenceException(new SQLException("not now", sqlState));
            }
            return Reply.empty();
        }
    }

    /** Nothing is kept. */
    private static final class NoDatabase implements Transactions {

        @Override
        public <T> T run(Supplier<T> work) {
            return work.get();
        }
    }

    private static Reply run(Contribution contribution) {
        try (ControlPlane plane = new ControlPlane()) {
            AuditLog audit = plane.with(AuditLog.class, Function.identity());
            return new Dispatcher(List.of(contribution), new NoDatabase(), audit, new Changes())
                    .run(new Request(
                            "apigateway",
                            "GetAccount",
                            Map.of(),
                            QueryParameters.NONE,
                            new Headers(),
                            new byte[0],
                            new Caller("AKID", "127.0.0.1", "request")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "23505", "HYT00", "55P03"})
    void whatMetAnotherChangeIsRunAgain(String sqlState) {
        Unlucky operation = new Unlucky(sqlState, new AtomicInteger());
        run(operation);
        assertThat(operation.attempts()).hasValue(2);
    }

    @Test
    void whatFailedForAnotherReasonIsNotRunAgain() {
        Unlucky operation = new Unlucky("42000", new AtomicInteger());
        assertThatThrownBy(() -> run(operation)).isInstanceOf(PersistenceException.class);
        assertThat(operation.attempts()).hasValue(1);
    }
}
