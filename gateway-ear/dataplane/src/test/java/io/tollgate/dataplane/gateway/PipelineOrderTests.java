package io.tollgate.dataplane.gateway;

import static io.tollgate.dataplane.gateway.Definitions.integration;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.dataplane.limit.Buckets;
import io.tollgate.dataplane.limit.Concurrency;
import io.tollgate.dataplane.limit.SharedBuckets;
import io.tollgate.dataplane.live.LiveMethod;
import io.tollgate.dataplane.live.LiveStage;
import io.tollgate.dataplane.route.RouteMatch;
import io.tollgate.model.restapi.Method;
import io.tollgate.model.restapi.MethodResponse;
import io.tollgate.model.restapi.RequestValidator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The order of AWS's pipeline (features 5), and that a method pays for nothing that it does not use. */
class PipelineOrderTests extends OnAGateway {

    private List<String> steps(Definitions definitions) {
        deploy(definitions);
        LiveStage stage = Objects.requireNonNull(stages.enter("api1234567", "test"));
        RouteMatch<LiveMethod> match = stage.deployment(false).router().match("/p", "GET");
        stage.leave();
        return Objects.requireNonNull(match).target().pipeline().names();
    }

    private static Method method(String authorization, boolean key, String validator) {
        return new Method(
                "GET",
                authorization,
                null,
                key,
                validator.isEmpty() ? null : validator,
                null,
                Map.of("method.request.querystring.q", true),
                null,
                Map.of("200", new MethodResponse("200", null, null)),
                integration("HTTP_PROXY", "http://b/p"),
                null);
    }

    @Test
    void aMethodWithEverythingWalksThroughAllOfIt() {
        buckets = new SharedBuckets(1000, 1000, new Concurrency(1000, () -> 1), Buckets.ofThisNode(STILL));
        assertThat(steps(new Definitions()
                        .cached(0)
                        .minimumCompressionSize(0)
                        .validator(new RequestValidator("v1", "all", true, true))
                        .method("/p", method("CUSTOM", true, "v1"))))
                .containsExactly(
                        "authorize",
                        "check-key",
                        "limit-concurrency",
                        "throttle",
                        "decompress",
                        "measure-body",
                        "validate",
                        "cache");
    }

    @Test
    void aPlainProxyPaysForNothingElse() {
        assertThat(steps(new Definitions().method("/p", method("NONE", false, ""))))
                .containsExactly("measure-body", "map-request", "integrate", "map-response");
    }
}
