package io.tollgate.controlplane.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.controlplane.testing.ControlPlane;
import io.tollgate.controlplane.wire.Contribution;
import io.tollgate.controlplane.wire.Dispatcher;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.operations.Operation;
import io.tollgate.model.operations.Operations;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SupportTableTest {

    /** A noun with one operation. */
    private record Noun(String service, String name, Map<String, String> missing) implements Contribution {

        @Override
        public Map<String, Function<Request, Reply>> operations() {
            return Map.of(name, request -> Reply.empty());
        }
    }

    private static OperationSupport of(SupportTable table, String service, String name) {
        return table.operations().stream()
                .filter(one -> one.service().equals(service) && one.operation().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theTableNamesAll230OperationsOfTheServiceModels() {
        try (ControlPlane plane = new ControlPlane()) {
            List<OperationSupport> all = plane.with(SupportTable.class, SupportTable::operations);
            assertThat(all).hasSize(230);
            assertThat(all.stream().map(one -> one.service() + "/" + one.operation()))
                    .doesNotHaveDuplicates()
                    .containsExactlyElementsOf(Operations.all().list().stream()
                            .map(one -> one.service() + "/" + one.name())
                            .toList());
            assertThat(all.stream().filter(one -> one.support() == Support.FULL))
                    .hasSizeGreaterThan(100);
        }
    }

    @Test
    void whatIsSaidToBeThereIsRunAndWhatIsSaidToBeRefusedIsRefused() {
        try (ControlPlane plane = new ControlPlane()) {
            List<OperationSupport> all = plane.with(SupportTable.class, SupportTable::operations);
            assertThat(all).hasSizeGreaterThan(100);
            for (OperationSupport one : all) {
                boolean there = plane.with(
                        Dispatcher.class, dispatcher -> dispatcher.implemented(one.service(), one.operation()));
                assertThat(there).as(one.operation()).isEqualTo(one.support() != Support.REFUSED);
                assertThat(one.missing() != null).as(one.operation()).isEqualTo(one.support() == Support.PARTIAL);
            }
        }
    }

    @Test
    void anOperationCountsForItsServiceOnly() {
        SupportTable table = new SupportTable(List.of(
                new Noun("apigateway", "CreateStage", Map.of()),
                new Noun("apigatewayv2", "GetStage", Map.of("GetStage", "half of <it>"))));
        assertThat(of(table, "apigateway", "CreateStage").support()).isEqualTo(Support.FULL);
        assertThat(of(table, "apigatewayv2", "CreateStage").support()).isEqualTo(Support.REFUSED);
        assertThat(of(table, "apigatewayv2", "GetStage"))
                .isEqualTo(new OperationSupport(
                        "apigatewayv2",
                        "GetStage",
                        "GET",
                        "/v2/apis/{apiId}/stages/{stageName}",
                        Support.PARTIAL,
                        "half of <it>"));
        assertThat(table.counts()).isEqualTo(Map.of(Support.FULL, 1L, Support.PARTIAL, 1L, Support.REFUSED, 228L));
    }

    @Test
    void theTableIsWrittenAsJsonAndAsAPage() {
        SupportTable table =
                new SupportTable(List.of(new Noun("apigatewayv2", "GetStage", Map.of("GetStage", "half of <it>"))));
        assertThat(table.json())
                .contains("\"counts\":{\"full\":0,\"partial\":1,\"refused\":229}")
                .contains("{\"service\":\"apigatewayv2\",\"operation\":\"GetStage\",\"verb\":\"GET\","
                        + "\"path\":\"/v2/apis/{apiId}/stages/{stageName}\",\"support\":\"partial\","
                        + "\"missing\":\"half of <it>\"}")
                .contains("\"path\":\"/restapis?mode=import\"");
        assertThat(table.html())
                .contains("<p>Of 230 operations: 0 full, 1 partial, 229 refused.")
                .contains("<td class=\"partial\">partial: half of &lt;it&gt;</td>");
        for (Operation operation : Operations.all().list()) {
            assertThat(table.html()).contains("<th scope=\"row\">" + operation.name() + "</th>");
        }
    }

    @Test
    void aNounCannotSpeakForAnOperationThatItDoesNotHave() {
        List<Contribution> wrong = List.of(new Noun("apigateway", "GetStage", Map.of("GetStages", "all")));
        assertThatThrownBy(() -> new SupportTable(wrong)).hasMessageStartingWith("GetStages is said to lack");
    }
}
