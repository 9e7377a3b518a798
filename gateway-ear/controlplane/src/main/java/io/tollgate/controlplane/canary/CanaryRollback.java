package io.tollgate.controlplane.canary;

import io.tollgate.controlplane.stage.StageVersion;
import io.tollgate.controlplane.stage.Stages;
import io.tollgate.controlplane.wire.Caller;
import io.tollgate.controlplane.wire.Contribution;
import io.tollgate.controlplane.wire.Dispatcher;
import io.tollgate.controlplane.wire.Input;
import io.tollgate.controlplane.wire.Json;
import io.tollgate.controlplane.wire.OwnOperations;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.error.ApiException.ConflictException;
import io.tollgate.model.stage.CanarySettings;
import io.tollgate.model.stage.Stage;
import io.tollgate.spi.exchange.QueryParameters;
import io.tollgate.spi.http.Headers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Takes a canary's share of the calls away. It is an operation like those of callers, so it is one transaction with its
 * audit record and its entry in the stage's history; no address leads to it. Of nodes that come to it at the same time one
 * does it: the stage must still have the version that they judged.
 */
@ApplicationScoped
public class CanaryRollback implements Contribution {
    /** Who the gateway is in audit records and histories. */
    public static final String GATEWAY = "tollgate";

    private static final String OPERATION = "RollBackCanary";

    private final Stages stages;

    /** Rollback on these stages. */
    @Inject
    public CanaryRollback(Stages stages) {
        this.stages = stages;
    }

    @Override
    public String service() {
        return OwnOperations.SERVICE;
    }

    @Override
    public Map<String, Function<Request, Reply>> operations() {
        return Map.of(OPERATION, this::rollBack);
    }

    /**
     * The request that rolls a canary back, for {@link Dispatcher#run}; it is refused with {@link ConflictException} if the
     * stage has changed since.
     *
     * @param judged the stage as it was judged
     * @param reason what was wrong, for people
     */
    public static Request request(StageVersion judged, String reason) {
        String body = Json.write(Map.of("version", judged.version(), "reason", reason));
        return new Request(
                OwnOperations.SERVICE,
                OPERATION,
                Map.of("restapi_id", judged.apiId(), "stage_name", judged.name()),
                QueryParameters.parse(""),
                new Headers(),
                body.getBytes(StandardCharsets.UTF_8),
                new Caller(GATEWAY, "", UUID.randomUUID().toString()));
    }

    private Reply rollBack(Request request) {
        String apiId = request.at("restapi_id");
        String name = request.at("stage_name");
        Input input = request.input();
        long judged = Json.parse(request.body()).path("version").asLong();
        Stage stage = stages.find(apiId, name).orElse(null);
        long version = stages.version(apiId, name).map(StageVersion::version).orElse(-1L);
        if (stage == null || stage.canarySettings() == null || version != judged) {
            throw new ConflictException("The stage has changed since its canary was judged");
        }
        CanarySettings old = stage.canarySettings();
        CanarySettings none =
                new CanarySettings(0, old.deploymentId(), old.stageVariableOverrides(), old.useStageCache());
        stages.putCanary(apiId, stage, none, request.caller(), input.text("reason", ""));
        return Reply.empty();
    }
}
