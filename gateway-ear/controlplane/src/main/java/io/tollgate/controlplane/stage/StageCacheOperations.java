package io.tollgate.controlplane.stage;

import io.tollgate.controlplane.wire.Change;
import io.tollgate.controlplane.wire.Change.CacheFlush;
import io.tollgate.controlplane.wire.Change.Cached;
import io.tollgate.controlplane.wire.Changes;
import io.tollgate.controlplane.wire.Contribution;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.error.ApiException.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Function;

/** FlushStageCache and FlushStageAuthorizersCache: whoever listens to {@link Changes} is told to forget. */
@ApplicationScoped
public class StageCacheOperations implements Contribution {
    private final Stages stages;
    private final Changes changes;

    /** Flushes of these stages. */
    @Inject
    public StageCacheOperations(Stages stages, Changes changes) {
        this.stages = stages;
        this.changes = changes;
    }

    @Override
    public Map<String, Function<Request, Reply>> operations() {
        return Map.of(
                "FlushStageCache", request -> flush(request, Cached.RESPONSES),
                "FlushStageAuthorizersCache", request -> flush(request, Cached.AUTHORIZATIONS));
    }

    private Reply flush(Request request, Cached what) {
        String apiId = request.at("restapi_id");
        String stageName = request.at("stage_name");
        if (stages.find(apiId, stageName).isEmpty()) {
            throw new NotFoundException("Invalid stage identifier specified");
        }
        if (what == Cached.RESPONSES) {
            stages.flushCache(apiId, stageName);
        }
        Change flush = new CacheFlush(apiId, stageName, what);
        changes.note(flush);
        return Reply.empty();
    }
}
