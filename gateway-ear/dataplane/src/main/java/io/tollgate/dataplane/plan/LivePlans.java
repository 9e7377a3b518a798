package io.tollgate.dataplane.plan;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The keys and plans that this node lets calls in by. Values are not kept: a key is found by the keyed hash of what the
 * caller shows. Thread-safe; look-ups take no lock.
 */
public final class LivePlans {
    private final UnaryOperator<String> hash;
    private final Map<String, LiveKey> byHash = new ConcurrentHashMap<>();
    private final Map<String, LiveKey> byId = new ConcurrentHashMap<>();
    private final Map<String, LivePlan> plans = new ConcurrentHashMap<>();

    /** Keys that this function hashes. */
    public LivePlans(UnaryOperator<String> hash) {
        this.hash = hash;
    }

    /** A key that was let in, and the plan that let it. */
    public record Admission(LiveKey key, LivePlan plan) {}

    /** The plan that lets a key's value into a stage, named {@code apiId:stage}; null if there is none. */
    public @Nullable Admission admit(String value, String stageKey) {
        LiveKey key = byHash.get(hash.apply(value));
        if (key == null || !key.enabled()) {
            return null;
        }
        for (String planId : key.planIds()) {
            LivePlan plan = plans.get(planId);
            if (plan != null && plan.covers(stageKey)) {
                return new Admission(key, plan);
            }
        }
        return null;
    }

    /** Adds or replaces a key. */
    public synchronized void put(LiveKey key) {
        LiveKey old = byId.put(key.id(), key);
        byHash.put(key.hash(), key);
        if (old != null && !old.hash().equals(key.hash())) {
            byHash.remove(old.hash());
        }
    }

    /** Forgets a key; does nothing if it is not known. */
    public synchronized void removeKey(String keyId) {
        LiveKey old = byId.remove(keyId);
        if (old != null) {
            byHash.remove(old.hash());
        }
    }

    /** Adds or replaces a plan. */
    public void put(LivePlan plan) {
        plans.put(plan.id(), plan);
    }

    /** Forgets a plan; does nothing if it is not known. */
    public void removePlan(String planId) {
        plans.remove(planId);
    }

    /** Keeps what is in these collections and forgets the rest. */
    public synchronized void replaceAll(Collection<LiveKey> keys, Collection<LivePlan> allPlans) {
        allPlans.forEach(this::put);
        plans.keySet().retainAll(allPlans.stream().map(LivePlan::id).toList());
        keys.forEach(this::put);
        java.util.Set<String> known = keys.stream().map(LiveKey::id).collect(java.util.stream.Collectors.toSet());
        byId.keySet().stream().filter(id -> !known.contains(id)).toList().forEach(this::removeKey);
    }
}
