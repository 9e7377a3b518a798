package io.tollgate.dataplane.limit;

import java.time.LocalDate;

/** Where quotas are kept for all nodes. Calls may block; they never come from an event loop. */
public interface QuotaStore {

    /** The quota of a key under a plan in one period. */
    record Account(String planId, String keyId, LocalDate periodStart, long limit, long offset) {}

    /**
     * Takes calls out of a quota, so that no other node can use them.
     *
     * @param wanted how many
     * @return how many there were, at most {@code wanted}
     */
    long lease(Account account, long wanted);

    /** Puts calls back that were not used. */
    void giveBack(Account account, long unused);
}
