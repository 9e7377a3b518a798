package io.tollgate.server.live;

import io.tollgate.controlplane.usageplan.UsageStore;
import io.tollgate.controlplane.wire.Transactions;
import io.tollgate.dataplane.limit.QuotaStore;
import io.tollgate.dataplane.plan.LivePlans;
import io.tollgate.dataplane.plan.Membership;
import io.tollgate.dataplane.plan.UsageCounter.Count;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** Carries usage between this node and the database: leases of quotas one way, counts of calls the other. */
@ApplicationScoped
public class UsageFlow implements QuotaStore {
    private static final int ATTEMPTS = 5;

    private final Transactions transactions;
    private final UsageStore store;

    /** A flow to this database. */
    @Inject
    public UsageFlow(Transactions transactions, UsageStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    @Override
    public long lease(Account account, long wanted) {
        for (int i = 1; ; i++) {
            try {
                return transactions.run(() -> store.lease(
                        account.planId(),
                        account.keyId(),
                        account.periodStart(),
                        account.limit(),
                        account.offset(),
                        wanted));
            } catch (RuntimeException contended) {
                // Two nodes that make the period's row at once: one of them must look again.
                if (i == ATTEMPTS) {
                    throw contended;
                }
            }
        }
    }

    @Override
    public void giveBack(Account account, long unused) {
        transactions.run(() -> {
            store.giveBack(account.planId(), account.keyId(), account.periodStart(), unused);
            return unused;
        });
    }

    /** Writes what was counted since the last time. What cannot be written is counted again and written later. */
    public void flush(LivePlans plans) {
        for (Membership membership : plans.memberships()) {
            List<Count> counts = membership.calls().drain();
            for (Count count : counts) {
                write(membership, count);
            }
        }
    }

    private void write(Membership membership, Count count) {
        for (int i = 1; ; i++) {
            try {
                transactions.run(() -> {
                    LocalDate day = LocalDate.ofEpochDay(count.day());
                    store.add(membership.planId(), membership.keyId(), day, count.calls());
                    return day;
                });
                return;
            } catch (RuntimeException contended) {
                if (i == ATTEMPTS) {
                    membership.calls().restore(count);
                    throw contended;
                }
            }
        }
    }
}
