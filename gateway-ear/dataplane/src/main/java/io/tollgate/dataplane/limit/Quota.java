package io.tollgate.dataplane.limit;

import io.tollgate.dataplane.limit.QuotaStore.Account;
import io.tollgate.model.plan.QuotaPeriods;
import io.tollgate.model.plan.QuotaSettings;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The quota of a key under a plan on this node. Calls are taken from what was leased in advance ({@link LeaseSize} says how
 * many); more is asked for before the last is used up. Only if it comes too late, a call waits for it, without a thread. No
 * call is ever admitted beyond the limit, on however many nodes. Thread-safe.
 */
public final class Quota {
    private static final Logger LOG = LoggerFactory.getLogger(Quota.class);
    /** What {@link #take} returns for a call that is let in at once. */
    public static final CompletionStage<Boolean> LET = CompletableFuture.completedStage(true);

    private static final CompletionStage<Boolean> NO = CompletableFuture.completedFuture(false);
    private static final long RETRY_MILLIS = 1000;
    private static final long IDLE_MILLIS = 5000;

    private final String planId;
    private final String keyId;
    private final QuotaSettings settings;
    private final QuotaStore store;
    private final Executor blocking;
    private final InstantSource clock;
    private final LeaseSize size;

    private @Nullable Account account;
    private long periodEnds;
    private long left;
    private long emptyUntil;
    private long lastTaken;
    private final AtomicReference<@Nullable CompletableFuture<Boolean>> leasing = new AtomicReference<>();

    /** The quota with these settings; leases are taken by the executor. */
    public Quota(
            String planId,
            String keyId,
            QuotaSettings settings,
            QuotaStore store,
            Executor blocking,
            InstantSource clock) {
        this.planId = planId;
        this.keyId = keyId;
        this.settings = settings;
        this.store = store;
        this.blocking = blocking;
        this.clock = clock;
        this.size = new LeaseSize(settings.limit());
    }

    /** The settings it was made for. */
    public QuotaSettings settings() {
        return settings;
    }

    /** In how many milliseconds its period ends. */
    public synchronized long millisLeft() {
        return Math.max(0, periodEnds - clock.millis());
    }

    /** Takes one call; completes at once unless calls must be leased first. */
    public CompletionStage<Boolean> take() {
        boolean waits;
        synchronized (this) {
            long now = clock.millis();
            if (now >= periodEnds) {
                begin(now);
            }
            lastTaken = now;
            size.called(now);
            if (left > 0) {
                left--;
                waits = false;
                if (!size.isLow(left) || now < emptyUntil) {
                    return LET;
                }
            } else if (now < emptyUntil) {
                return NO;
            } else {
                waits = true;
            }
        }
        CompletableFuture<Boolean> lease = lease();
        return waits ? lease.thenCompose(granted -> granted ? take() : NO) : LET;
    }

    private void begin(long now) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate start = QuotaPeriods.start(settings.period(), today);
        LocalDate end = QuotaPeriods.end(settings.period(), start);
        account = new Account(planId, keyId, start, settings.limit(), settings.offset());
        periodEnds = end.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        left = 0;
        emptyUntil = Math.min(emptyUntil, now);
    }

    /** Leases calls, or joins those that wait for some. True if there was something left. */
    private CompletableFuture<Boolean> lease() {
        CompletableFuture<Boolean> mine = new CompletableFuture<>();
        CompletableFuture<Boolean> running = leasing.compareAndExchange(null, mine);
        if (running != null) {
            return running;
        }
        blocking.execute(() -> {
            boolean granted = false;
            try {
                granted = leaseNow();
            } catch (RuntimeException unreachable) {
                LOG.warn(
                        "the quota of key {} under plan {} cannot be leased: {}",
                        keyId,
                        planId,
                        unreachable.toString());
                rest();
            } finally {
                leasing.set(null);
                mine.complete(granted);
            }
        });
        return mine;
    }

    private boolean leaseNow() {
        Account asked;
        long wanted;
        boolean there;
        synchronized (this) {
            asked = account;
            wanted = size.target() - left;
            there = left > 0;
        }
        if (asked == null || wanted <= 0) {
            return there;
        }
        long granted = store.lease(asked, wanted);
        synchronized (this) {
            if (asked.equals(account)) {
                left += granted;
            }
        }
        if (granted == 0) {
            rest();
        }
        return granted > 0;
    }

    /** Nothing is asked for during the next second: a grant or what others give back may have come by then. */
    private synchronized void rest() {
        emptyUntil = clock.millis() + RETRY_MILLIS;
    }

    /** Gives back what is left if nobody has called for a while, or in any case. Blocks. */
    public void giveBack(boolean evenIfBusy) {
        Account owner;
        long unused;
        synchronized (this) {
            owner = account;
            unused = left;
            if (owner == null || unused == 0 || (!evenIfBusy && clock.millis() - lastTaken < IDLE_MILLIS)) {
                return;
            }
            left = 0;
        }
        store.giveBack(owner, unused);
    }
}
