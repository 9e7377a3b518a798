package io.tollgate.dataplane.plan;

import java.util.List;

/**
 * An API key as this node knows it.
 *
 * @param id the key's id
 * @param values the values that callers may show: the key's own and those that it had and that still work
 * @param enabled whether calls with it may pass
 * @param expiresAt from when on no call may pass, in epoch milliseconds; {@link #NEVER} if it does not end
 * @param planIds the plans that it belongs to
 */
public record LiveKey(String id, List<Value> values, boolean enabled, long expiresAt, List<String> planIds) {

    /** What does not end. */
    public static final long NEVER = Long.MAX_VALUE;

    /**
     * A value of a key.
     *
     * @param hash its keyed hash
     * @param until from when on it does not work any more, in epoch milliseconds; {@link #NEVER} for the key's own
     */
    public record Value(String hash, long until) {}

    /** Copies the lists. */
    public LiveKey {
        values = List.copyOf(values);
        planIds = List.copyOf(planIds);
    }

    /** A key that has one value and does not end. */
    public LiveKey(String id, String hash, boolean enabled, List<String> planIds) {
        this(id, List.of(new Value(hash, NEVER)), enabled, NEVER, planIds);
    }
}
