package io.tollgate.dataplane.live;

import io.tollgate.model.restapi.ApiDefinition;
import io.tollgate.model.restapi.RestApi;
import io.tollgate.model.stage.CanarySettings;
import io.tollgate.model.stage.LiveStageDocument;
import io.tollgate.spi.http.Headers;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A compiled stage. Immutable but for the count of calls that use it. */
public final class LiveStage {
    private static final long RETIRED = Long.MIN_VALUE;

    private final LiveStageDocument document;
    private final LiveDeployment base;
    private final @Nullable LiveDeployment canary;
    private final @Nullable CanaryChoice choice;
    private final @Nullable SideCounts counts;
    private final Map<String, String> variables;
    private final Map<String, String> canaryVariables;
    private final boolean edge;
    private final AtomicLong users = new AtomicLong();

    LiveStage(LiveStageDocument document, LiveDeployment base, @Nullable LiveDeployment canary) {
        this.document = document;
        this.base = base;
        this.canary = canary;
        CanarySettings settings = document.stage().canarySettings();
        this.choice = settings == null ? null : new CanaryChoice(document, settings);
        boolean judged = settings != null
                && settings.percentTraffic() > 0
                && document.options().canaryRollback() != null;
        this.counts = judged ? new SideCounts() : null;
        this.edge =
                document.definition().restApi().endpointConfiguration().types().contains("EDGE");
        Map<String, String> own = document.stage().variables();
        this.variables = Collections.unmodifiableMap(new LinkedHashMap<>(own == null ? Map.of() : own));
        this.canaryVariables = overlaid(variables, settings);
    }

    private static Map<String, String> overlaid(Map<String, String> variables, @Nullable CanarySettings settings) {
        if (settings == null || settings.stageVariableOverrides() == null) {
            return variables;
        }
        Map<String, String> all = new LinkedHashMap<>(variables);
        all.putAll(settings.stageVariableOverrides());
        return Collections.unmodifiableMap(all);
    }

    /** The document it was compiled from. */
    public LiveStageDocument document() {
        return document;
    }

    /** The API's id. */
    public String apiId() {
        return document.apiId();
    }

    /** The stage's name. */
    public String name() {
        return document.stage().stageName();
    }

    /** The twelve-digit account. */
    public String accountId() {
        return document.accountId();
    }

    /** The API's settings as they were deployed for base or canary calls. */
    public RestApi restApi(boolean forCanary) {
        ApiDefinition other = document.canaryDefinition();
        return (forCanary && other != null ? other : document.definition()).restApi();
    }

    /** Whether the API is edge-optimized. */
    public boolean isEdge() {
        return edge;
    }

    /** Whether a canary takes a share of the calls. */
    public boolean hasCanary() {
        return choice != null;
    }

    /** Which side serves a call with these header fields. */
    public Side side(Headers headers, Supplier<RandomGenerator> random) {
        return choice == null ? Side.BASE : choice.of(headers, random);
    }

    /** Why a call with these header fields went to this side; null where there is no canary. */
    public @Nullable SideReason reason(Side side, Headers headers) {
        return choice == null ? null : choice.reason(side, headers);
    }

    /** Where calls are counted by their side, null if nobody asks for that. */
    public @Nullable SideCounts counts() {
        return counts;
    }

    /** The deployment that serves base or canary calls. */
    public LiveDeployment deployment(boolean forCanary) {
        return forCanary && canary != null ? canary : base;
    }

    /** The id of the deployment that serves base or canary calls. */
    public String deploymentId(boolean forCanary) {
        CanarySettings settings = document.stage().canarySettings();
        return forCanary && settings != null
                ? settings.deploymentId()
                : document.stage().deploymentId();
    }

    /** The stage variables of base or canary calls. */
    public Map<String, String> variables(boolean forCanary) {
        return forCanary ? canaryVariables : variables;
    }

    /** Begins one use; false if the stage is retired. */
    public boolean enter() {
        if (users.incrementAndGet() > 0) {
            return true;
        }
        leave();
        return false;
    }

    /** Ends one use. After the last one of a retired stage its integrations are closed. */
    public void leave() {
        if (users.decrementAndGet() == RETIRED) {
            close();
        }
    }

    /** Takes the stage away: it is closed when nobody uses it any more. */
    public void retire() {
        if (users.addAndGet(RETIRED) == RETIRED) {
            close();
        }
    }

    private void close() {
        base.close();
        if (canary != null) {
            canary.close();
        }
    }
}
