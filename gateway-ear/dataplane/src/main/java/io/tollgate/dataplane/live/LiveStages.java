package io.tollgate.dataplane.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The stages that this node serves. A stage is compiled aside and then replaces the old one in a single step: no call
 * sees a half of it, and calls under way finish on what they began with. Thread-safe; look-ups take no lock.
 */
public final class LiveStages {
    private final Map<String, Map<String, LiveStage>> byApi = new ConcurrentHashMap<>();

    /** The stage, in use by the caller until it calls {@link LiveStage#leave}; null if it is not live here. */
    public @Nullable LiveStage enter(String apiId, String stageName) {
        while (true) {
            Map<String, LiveStage> stages = byApi.get(apiId);
            LiveStage stage = stages == null ? null : stages.get(stageName);
            if (stage == null || stage.enter()) {
                return stage;
            }
            Thread.onSpinWait();
        }
    }

    /** Makes a stage live, in place of the one with its name. */
    public void put(LiveStage stage) {
        byApi.compute(stage.apiId(), (apiId, known) -> {
            Map<String, LiveStage> stages = known == null ? new ConcurrentHashMap<>() : known;
            LiveStage old = stages.put(stage.name(), stage);
            if (old != null) {
                old.retire();
            }
            return stages;
        });
    }

    /** Takes a stage away; does nothing if it is not live. */
    public void remove(String apiId, String stageName) {
        byApi.computeIfPresent(apiId, (id, stages) -> {
            LiveStage old = stages.remove(stageName);
            if (old != null) {
                old.retire();
            }
            return stages.isEmpty() ? null : stages;
        });
    }

    /** Every live stage, in no order. */
    public List<LiveStage> all() {
        List<LiveStage> stages = new ArrayList<>();
        byApi.values().forEach(byName -> stages.addAll(byName.values()));
        return stages;
    }
}
