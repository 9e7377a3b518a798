package io.tollgate.dataplane.plan;

import io.tollgate.dataplane.limit.Bucket;
import io.tollgate.dataplane.limit.Buckets;
import io.tollgate.dataplane.limit.Limit;
import io.tollgate.dataplane.limit.Quota;
import io.tollgate.dataplane.limit.QuotaStore;
import io.tollgate.model.plan.QuotaSettings;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The keys and plans that this node lets calls in by. Values are not kept: a key is found by the keyed hash of what the
 * caller shows, or by a shorter one where the value was admitted a moment ago. Thread-safe; look-ups take no lock.
 */
public final class LivePlans {
    private final UnaryOperator<String> hash;
    private final Map<String, Shown> byHash = new ConcurrentHashMap<>();
    private final Map<String, LiveKey> byId = new ConcurrentHashMap<>();
    private final Map<String, LivePlan> plans = new ConcurrentHashMap<>();
    private final Map<String, Membership> memberships = new ConcurrentHashMap<>();
    private final Membership.Maker limits;
    private final ValueTags tags = ValueTags.random();
    private final RecentAdmissions recent = new RecentAdmissions();
    private final AtomicLong version = new AtomicLong();

    /**
     * Keys that this function hashes, with quotas of a store.
     *
     * @param hash the keyed hash of a value
     * @param quotas where quotas are kept
     * @param blocking runs what asks that store
     * @param clock the wall clock
     * @param buckets makes the buckets of rates
     */
    public LivePlans(
            UnaryOperator<String> hash, QuotaStore quotas, Executor blocking, InstantSource clock, Buckets buckets) {
        this.hash = hash;
        this.limits = new Membership.Maker() {
            @Override
            public Bucket bucket(String name, Limit limit) {
                return buckets.make(name, limit);
            }

            @Override
            public Quota quota(String planId, String keyId, QuotaSettings settings) {
                return new Quota(planId, keyId, settings, quotas, blocking, clock);
            }
        };
    }

    /** The same with buckets of this node alone. */
    public LivePlans(UnaryOperator<String> hash, QuotaStore quotas, Executor blocking, InstantSource clock) {
        this(hash, quotas, blocking, clock, Buckets.ofThisNode(System::nanoTime));
    }

    /** A key that was let in, the plan that let it, and what the two have together. */
    public record Admission(LiveKey key, LivePlan plan, Membership membership) {}

    /** What a hash stands for: a key, and from when on it does not do so any more, in epoch milliseconds. */
    private record Shown(LiveKey key, long until) {}

    /**
     * The plan that lets a key's value into a stage; null if there is none.
     *
     * @param value what the caller shows
     * @param stageKey {@code apiId:stage}
     * @param millis when the call arrived, in epoch milliseconds
     */
    public @Nullable Admission admit(String value, String stageKey, long millis) {
        ValueTags.Tag tag = tags.of(value);
        // Read first: what is found while keys change counts for the version that is about to end.
        long now = version.get();
        Admission known = recent.find(tag, stageKey, now, millis);
        if (known != null) {
            return known;
        }
        Shown shown = byHash.get(hash.apply(value));
        if (shown == null || millis >= shown.until()) {
            return null;
        }
        LiveKey key = shown.key();
        for (String planId : key.planIds()) {
            LivePlan plan = plans.get(planId);
            if (plan != null && plan.covers(stageKey)) {
                Admission found = new Admission(key, plan, membership(planId, key.id()));
                recent.keep(tag, stageKey, now, shown.until(), found);
                return found;
            }
        }
        return null;
    }

    private Membership membership(String planId, String keyId) {
        String name = planId + "/" + keyId;
        Membership known = memberships.get(name);
        return known != null ? known : memberships.computeIfAbsent(name, any -> new Membership(planId, keyId, limits));
    }

    /** Everything that keys have with plans and that was used on this node. */
    public Collection<Membership> memberships() {
        return memberships.values();
    }

    /** Gives unused quota back: what has been idle, or all. Blocks. */
    public void giveBackQuota(boolean evenIfBusy) {
        for (Membership membership : memberships.values()) {
            Quota quota = membership.lastQuota();
            if (quota != null) {
                quota.giveBack(evenIfBusy);
            }
        }
    }

    /** Adds or replaces a key. */
    public synchronized void put(LiveKey key) {
        LiveKey old = byId.put(key.id(), key);
        for (LiveKey.Value value : key.values()) {
            long until = key.enabled() ? Math.min(value.until(), key.expiresAt()) : Long.MIN_VALUE;
            byHash.put(value.hash(), new Shown(key, until));
        }
        if (old != null) {
            forgetValues(old, key.values().stream().map(LiveKey.Value::hash).collect(Collectors.toSet()));
        }
        version.incrementAndGet();
    }

    private void forgetValues(LiveKey key, Set<String> kept) {
        for (LiveKey.Value value : key.values()) {
            if (!kept.contains(value.hash())) {
                // A value that has ended here may be another key's by now.
                byHash.computeIfPresent(
                        value.hash(), (any, shown) -> shown.key().id().equals(key.id()) ? null : shown);
            }
        }
    }

    /** Forgets a key; does nothing if it is not known. */
    public synchronized void removeKey(String keyId) {
        LiveKey old = byId.remove(keyId);
        if (old != null) {
            forgetValues(old, Set.of());
        }
        version.incrementAndGet();
    }

    /** Adds or replaces a plan. */
    public void put(LivePlan plan) {
        plans.put(plan.id(), plan);
        version.incrementAndGet();
    }

    /** Forgets a plan; does nothing if it is not known. */
    public void removePlan(String planId) {
        plans.remove(planId);
        version.incrementAndGet();
    }

    /** Keeps what is in these collections and forgets the rest. */
    public synchronized void replaceAll(Collection<LiveKey> keys, Collection<LivePlan> allPlans) {
        allPlans.forEach(this::put);
        plans.keySet().retainAll(allPlans.stream().map(LivePlan::id).toList());
        version.incrementAndGet();
        keys.forEach(this::put);
        Set<String> known = keys.stream().map(LiveKey::id).collect(Collectors.toSet());
        byId.keySet().stream().filter(id -> !known.contains(id)).toList().forEach(this::removeKey);
    }
}
