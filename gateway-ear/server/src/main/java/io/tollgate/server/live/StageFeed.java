package io.tollgate.server.live;

import io.tollgate.controlplane.deployment.ApiDefinitions;
import io.tollgate.controlplane.stage.StageVersion;
import io.tollgate.controlplane.stage.Stages;
import io.tollgate.controlplane.store.Installation;
import io.tollgate.controlplane.wire.Change;
import io.tollgate.controlplane.wire.ChangeListener;
import io.tollgate.controlplane.wire.Transactions;
import io.tollgate.dataplane.live.LiveStage;
import io.tollgate.dataplane.live.LiveStages;
import io.tollgate.dataplane.live.StageCompiler;
import io.tollgate.model.restapi.ApiDefinition;
import io.tollgate.model.stage.CanarySettings;
import io.tollgate.model.stage.LiveStageDocument;
import io.tollgate.model.stage.Stage;
import io.tollgate.model.stage.StageOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the live stages of this node as the database has them. The database is the truth: whoever reports a change, and
 * the clock, only make this node compare versions; what differs is read, compiled aside and swapped.
 */
@ApplicationScoped
public class StageFeed implements ChangeListener {
    private static final Logger LOG = LoggerFactory.getLogger(StageFeed.class);

    private final Transactions transactions;
    private final Stages stages;
    private final ApiDefinitions definitions;
    private final Installation installation;
    private final LiveStages live;
    private final StageCompiler compiler;

    /** A feed from this database to these live stages. */
    @Inject
    public StageFeed(
            Transactions transactions,
            Stages stages,
            ApiDefinitions definitions,
            Installation installation,
            LiveStages live,
            StageCompiler compiler) {
        this.transactions = transactions;
        this.stages = stages;
        this.definitions = definitions;
        this.installation = installation;
        this.live = live;
        this.compiler = compiler;
    }

    /** What a stage is called in maps. */
    private record Key(String apiId, String name) {}

    @Override
    public void changed(Change change) {
        if (!(change instanceof Change.OfApi api)) {
            return;
        }
        try {
            compare(version -> version.apiId().equals(api.apiId()));
        } catch (RuntimeException failed) {
            LOG.error(
                    "the stages of API {} could not be brought up to date; the next poll tries again",
                    api.apiId(),
                    failed);
        }
    }

    /** Compares all stages with the database. */
    public void refresh() {
        compare(version -> true);
    }

    /** Compiles all live stages again: a plugin was replaced. */
    public synchronized void recompile() {
        for (LiveStage stage : live.all()) {
            live.put(compiler.compile(stage.document()));
        }
    }

    private synchronized void compare(Predicate<StageVersion> wanted) {
        Map<Key, Long> serving = new HashMap<>();
        for (LiveStage stage : live.all()) {
            LiveStageDocument document = stage.document();
            StageVersion version =
                    new StageVersion(stage.apiId(), stage.name(), document.version(), document.cacheGeneration());
            if (wanted.test(version)) {
                serving.put(new Key(version.apiId(), version.name()), version.version());
            }
        }
        List<StageVersion> stored =
                transactions.run(stages::versions).stream().filter(wanted).toList();
        for (StageVersion version : stored) {
            Long known = serving.remove(new Key(version.apiId(), version.name()));
            if (known == null || known != version.version()) {
                bringUpToDate(version);
            }
        }
        serving.keySet().forEach(gone -> live.remove(gone.apiId(), gone.name()));
    }

    private void bringUpToDate(StageVersion version) {
        Optional<LiveStageDocument> document = transactions.run(() -> load(version));
        document.ifPresent(found -> live.put(compiler.compile(found)));
    }

    private Optional<LiveStageDocument> load(StageVersion version) {
        Optional<Stage> stage = stages.find(version.apiId(), version.name());
        if (stage.isEmpty()) {
            return Optional.empty();
        }
        Optional<ApiDefinition> base =
                definitions.frozen(version.apiId(), stage.get().deploymentId());
        CanarySettings canary = stage.get().canarySettings();
        ApiDefinition other = canary == null
                        || canary.deploymentId().equals(stage.get().deploymentId())
                ? null
                : definitions.frozen(version.apiId(), canary.deploymentId()).orElse(null);
        return base.map(definition -> new LiveStageDocument(
                version.apiId(),
                installation.accountId(),
                installation.region(),
                stage.get(),
                definition,
                other,
                version.version(),
                version.cacheGeneration(),
                options(version)));
    }

    private StageOptions options(StageVersion version) {
        return StageOptions.stored(
                stages.tags(version.apiId(), version.name()),
                problem -> LOG.warn("stage {} of API {}: {}", version.name(), version.apiId(), problem));
    }
}
