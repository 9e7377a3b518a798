package io.tollgate.server.cluster;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.ExtendedMapEntry;
import io.tollgate.dataplane.lease.Ask;
import io.tollgate.dataplane.lease.Pool;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Answers asks for tokens where the bucket's number is kept. A backup runs the same by its own clock, so that its number is
 * right when it becomes the owner.
 */
final class LeaseProcessor implements EntryProcessor<String, Long, Long> {
    private static final long serialVersionUID = 1L;
    private static final long FORGET_MILLIS = 60_000;

    private final HashMap<String, Ask> asks = new HashMap<>();

    LeaseProcessor(List<Ask> asks) {
        asks.forEach(ask -> this.asks.put(ask.bucket(), ask));
    }

    @Override
    public Long process(Map.Entry<String, Long> entry) {
        Ask ask = asks.get(entry.getKey());
        if (ask == null) {
            return 0L;
        }
        long now = OwnerClock.now();
        Pool pool = Pool.answer(entry.getValue(), now, ask);
        // A bucket that is full again need not be remembered.
        long useful = TimeUnit.NANOSECONDS.toMillis(pool.fullAt() - now) + FORGET_MILLIS;
        ((ExtendedMapEntry<String, Long>) entry).setValue(pool.fullAt(), useful, TimeUnit.MILLISECONDS);
        return pool.given();
    }
}
