package io.tollgate.plugin.hazelcast;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.tollgate.spi.cache.CachedResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * The copies of entries that this node serves from its own memory, by key. Other nodes name keys by digest only, so what they
 * replace throws doubt on a slot of digests, and each copy in it has to be confirmed. Thread-safe.
 */
final class NearCopies {
    private static final int SLOTS = 4096;

    /** A copy. When it was confirmed is written by whoever confirms it. */
    static final class Copy {
        private final CachedResponse response;
        private final CompletionStage<@Nullable CachedResponse> found;
        private final long version;
        private final int slot;
        private final Duration life;
        private volatile long confirmedAt;

        Copy(CachedResponse response, long version, int slot, Duration life, long confirmedAt) {
            this.response = response;
            this.found = CompletableFuture.completedFuture(response);
            this.version = version;
            this.slot = slot;
            this.life = life;
            this.confirmedAt = confirmedAt;
        }

        CompletionStage<@Nullable CachedResponse> found() {
            return found;
        }

        CachedResponse response() {
            return response;
        }

        long version() {
            return version;
        }
    }

    private final Cache<String, Copy> copies;
    private final AtomicLongArray doubtedAt = new AtomicLongArray(SLOTS);
    private final Ticker ticker;
    private final long confirmNanos;
    private volatile long maximumBytes;

    NearCopies(long maximumBytes, Duration confirm, Ticker ticker) {
        this.maximumBytes = maximumBytes;
        this.ticker = ticker;
        this.confirmNanos = confirm.toNanos();
        for (int slot = 0; slot < SLOTS; slot++) {
            doubtedAt.set(slot, ticker.read() - 1);
        }
        this.copies = Caffeine.newBuilder()
                .maximumWeight(maximumBytes)
                .<String, Copy>weigher((key, copy) -> weight(key, copy.response()))
                .expireAfter(Expiry.<String, Copy>writing((key, copy) -> copy.life))
                .executor(Runnable::run)
                .ticker(ticker)
                .build();
    }

    private static int weight(String key, CachedResponse response) {
        return (int) Math.min(Integer.MAX_VALUE, 2L * key.length() + response.weight());
    }

    /** Sets another bound. */
    void limit(long bytes) {
        maximumBytes = bytes;
        copies.policy().eviction().ifPresent(eviction -> eviction.setMaximum(bytes));
    }

    @Nullable Copy get(String key) {
        return copies.getIfPresent(key);
    }

    /** Keeps a copy that was confirmed at a time of the ticker. */
    void put(String key, String digest, CachedResponse response, long version, Duration life, long confirmedAt) {
        if (weight(key, response) > maximumBytes) {
            copies.invalidate(key);
        } else {
            copies.put(key, new Copy(response, version, slot(digest), life, confirmedAt));
        }
    }

    private static int slot(String digest) {
        return digest.hashCode() & (SLOTS - 1);
    }

    /** Whether a copy may be served without asking. */
    boolean isSure(Copy copy) {
        return !isDoubted(copy) && ticker.read() - copy.confirmedAt < confirmNanos;
    }

    /** Whether it was said since the copy was confirmed that it may have been replaced. */
    boolean isDoubted(Copy copy) {
        return copy.confirmedAt - doubtedAt.get(copy.slot) <= 0;
    }

    /** The copy was said to be the right one by somebody who was asked at this time. */
    void confirm(Copy copy, long askedAt) {
        copy.confirmedAt = askedAt;
    }

    /** The entry of this digest may have been replaced. */
    void doubt(String digest) {
        doubtedAt.set(slot(digest), ticker.read());
    }

    void forget(String key) {
        copies.invalidate(key);
    }

    /** Forgets a copy unless there is a later one. */
    void forget(String key, Copy copy) {
        copies.asMap().remove(key, copy);
    }

    void flush() {
        copies.invalidateAll();
    }
}
