package io.tollgate.controlplane.usageplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What keys have used of their plans, by day, and what nodes have taken out of quotas. Runs in the caller's transaction. */
@ApplicationScoped
public class UsageStore {
    private static final String OF_PERIOD = " where plan_id = :plan and key_id = :key and period_start = :start";

    private final EntityManager entities;

    /** The usage in this database. */
    @Inject
    public UsageStore(EntityManager entities) {
        this.entities = entities;
    }

    private Query sql(String text, String planId, String keyId) {
        return entities.createNativeQuery(text).setParameter("plan", planId).setParameter("key", keyId);
    }

    /** Adds calls to a day's count. */
    public void add(String planId, String keyId, LocalDate day, long calls) {
        int updated = sql(
                        "update usage_day set used = used + :calls where plan_id = :plan and key_id = :key and on_day = :day",
                        planId,
                        keyId)
                .setParameter("day", day)
                .setParameter("calls", calls)
                .executeUpdate();
        if (updated == 0) {
            sql(
                            "insert into usage_day (plan_id, key_id, on_day, used) values (:plan, :key, :day, :calls)",
                            planId,
                            keyId)
                    .setParameter("day", day)
                    .setParameter("calls", calls)
                    .executeUpdate();
        }
    }

    /** The counts of a key by day, days without calls left out. */
    public Map<LocalDate, Long> used(String planId, String keyId, LocalDate first, LocalDate last) {
        List<?> rows = sql(
                        "select on_day, used from usage_day where plan_id = :plan and key_id = :key"
                                + " and on_day between :first and :last",
                        planId,
                        keyId)
                .setParameter("first", first)
                .setParameter("last", last)
                .getResultList();
        Map<LocalDate, Long> used = new TreeMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            used.put(day(columns[0]), ((Number) columns[1]).longValue());
        }
        return used;
    }

    /** A column of type date. */
    static LocalDate day(Object column) {
        return column instanceof java.sql.Date date ? date.toLocalDate() : LocalDate.parse(column.toString());
    }

    /** What was granted beyond the limit in a period. */
    public long granted(String planId, String keyId, LocalDate periodStart) {
        List<?> rows = sql("select granted from quota_period" + OF_PERIOD, planId, keyId)
                .setParameter("start", periodStart)
                .getResultList();
        return rows.isEmpty() ? 0 : ((Number) rows.getFirst()).longValue();
    }

    /** Sets what is granted beyond the limit in a period. */
    public void grant(String planId, String keyId, LocalDate periodStart, long granted) {
        begin(planId, keyId, periodStart, 0);
        sql("update quota_period set granted = :granted" + OF_PERIOD, planId, keyId)
                .setParameter("start", periodStart)
                .setParameter("granted", granted)
                .executeUpdate();
    }

    /** Takes up to so many calls out of a period's quota; tells how many there were. */
    public long lease(String planId, String keyId, LocalDate periodStart, long limit, long offset, long wanted) {
        begin(planId, keyId, periodStart, offset);
        for (long asked = wanted; asked > 0; asked = asked / 2) {
            int updated = sql(
                            "update quota_period set leased = leased + :asked" + OF_PERIOD
                                    + " and leased + :asked <= :most + granted",
                            planId,
                            keyId)
                    .setParameter("start", periodStart)
                    .setParameter("asked", asked)
                    .setParameter("most", limit)
                    .executeUpdate();
            if (updated == 1) {
                return asked;
            }
        }
        return 0;
    }

    /** Puts calls back that were taken and not used. */
    public void giveBack(String planId, String keyId, LocalDate periodStart, long unused) {
        sql("update quota_period set leased = leased - :unused" + OF_PERIOD, planId, keyId)
                .setParameter("start", periodStart)
                .setParameter("unused", unused)
                .executeUpdate();
    }

    /** Makes the period's row; a key's first period under a plan begins with the offset used up (features 6.2). */
    private void begin(String planId, String keyId, LocalDate periodStart, long offset) {
        List<?> known = sql(
                        "select period_start from quota_period where plan_id = :plan and key_id = :key", planId, keyId)
                .getResultList();
        if (known.stream().noneMatch(start -> day(start).equals(periodStart))) {
            sql(
                            "insert into quota_period (plan_id, key_id, period_start, leased, granted)"
                                    + " values (:plan, :key, :start, :leased, 0)",
                            planId,
                            keyId)
                    .setParameter("start", periodStart)
                    .setParameter("leased", known.isEmpty() ? offset : 0)
                    .executeUpdate();
        }
    }

    /** Forgets a key's usage of a plan; what bills need of it must have been kept before. */
    void forget(String planId, String keyId) {
        sql("delete from usage_day where plan_id = :plan and key_id = :key", planId, keyId)
                .executeUpdate();
        sql("delete from quota_period where plan_id = :plan and key_id = :key", planId, keyId)
                .executeUpdate();
    }
}
