package io.tollgate.plugin.hazelcast;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The entries that belong to this node, and who fetches those that are missing. Keys are digests. Thread-safe. */
final class Shelf {
    /** What an entry takes beside its bytes: the key, objects, the map's node. */
    private static final int OVERHEAD = 250;

    private record Lying(long version, byte[] response, Duration life, long endsAt) {}

    private record Claimed(String by, Set<String> waiting) {}

    private final Cache<String, Lying> entries;
    private final Cache<String, Claimed> claims;
    private final Ticker ticker;
    private final long maximumBytes;

    Shelf(long maximumBytes, Duration longestClaim, Ticker ticker) {
        this.maximumBytes = maximumBytes;
        this.ticker = ticker;
        this.entries = Caffeine.newBuilder()
                .maximumWeight(maximumBytes)
                .<String, Lying>weigher((key, entry) -> OVERHEAD + entry.response().length)
                .expireAfter(Expiry.<String, Lying>writing((key, entry) -> entry.life()))
                .executor(Runnable::run)
                .ticker(ticker)
                .build();
        this.claims = Caffeine.newBuilder()
                .expireAfterWrite(longestClaim)
                .executor(Runnable::run)
                .ticker(ticker)
                .build();
    }

    /** The entry, unless the asker has this version. */
    Reply get(String key, long known) {
        Lying entry = entries.getIfPresent(key);
        if (entry == null) {
            return new Reply.Absent();
        }
        if (entry.version() == known) {
            return new Reply.Same();
        }
        Duration left = Duration.ofNanos(Math.max(1, entry.endsAt() - ticker.read()));
        return new Reply.Found(new Kept(entry.version(), left, entry.response()));
    }

    /** The entry if there is one; else the claim for this node, unless another has it. */
    Reply claim(String key, String node) {
        Claimed claimed = claims.asMap().compute(key, (same, before) -> claimed(before, node));
        // Looked at afterwards: who puts an entry does so before its claim ends.
        Reply found = get(key, 0);
        if (found instanceof Reply.Found) {
            if (claimed.by().equals(node)) {
                claims.asMap().remove(key, claimed);
            }
            return found;
        }
        return claimed.by().equals(node) ? new Reply.Absent() : new Reply.Held();
    }

    private static Claimed claimed(@Nullable Claimed before, String node) {
        if (before == null) {
            return new Claimed(node, ConcurrentHashMap.newKeySet());
        }
        if (!before.by().equals(node)) {
            before.waiting().add(node);
        }
        return before;
    }

    /** Keeps an entry and ends its claim; gives the nodes that wait for that. */
    Set<String> put(String key, Kept entry) {
        if (OVERHEAD + entry.response().length > maximumBytes) {
            entries.invalidate(key);
        } else {
            long endsAt = ticker.read() + entry.life().toNanos();
            entries.put(key, new Lying(entry.version(), entry.response(), entry.life(), endsAt));
        }
        return waiting(claims.asMap().remove(key));
    }

    /** Ends a node's claim; gives the nodes that wait for that. */
    Set<String> release(String key, String node) {
        Claimed claimed = claims.getIfPresent(key);
        boolean its =
                claimed != null && claimed.by().equals(node) && claims.asMap().remove(key, claimed);
        return its ? waiting(claimed) : Set.of();
    }

    private static Set<String> waiting(@Nullable Claimed ended) {
        return ended == null ? Set.of() : ended.waiting();
    }

    /** Ends all claims of a node that has gone; gives the nodes that wait, by key. */
    Map<String, Set<String>> left(String node) {
        Map<String, Set<String>> waiting = new HashMap<>();
        for (Map.Entry<String, Claimed> claim : claims.asMap().entrySet()) {
            claim.getValue().waiting().remove(node);
            if (claim.getValue().by().equals(node) && claims.asMap().remove(claim.getKey(), claim.getValue())) {
                waiting.put(claim.getKey(), claim.getValue().waiting());
            }
        }
        return waiting;
    }

    void forget(String key) {
        entries.invalidate(key);
    }

    void flush() {
        entries.invalidateAll();
    }
}
