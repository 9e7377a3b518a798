package io.tollgate.controlplane.usageplan;

import io.tollgate.model.plan.ApiKey;
import io.tollgate.model.plan.UsagePlan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The calls of months by plan and key. What a key has used stays here when it leaves its plan, with the names of both as
 * they were then. Nothing is ever removed. Runs in the caller's transaction.
 */
@ApplicationScoped
public class BillingStore {
    private static final String OF_KEY = " where plan_id = :plan and key_id = :key";

    private final EntityManager entities;

    /** The usage in this database. */
    @Inject
    public BillingStore(EntityManager entities) {
        this.entities = entities;
    }

    /** The calls of a key under a plan in one month. */
    record Calls(String planId, String keyId, long calls) {}

    /** The same of a key that had left the plan, with the names of both; what there is none of is empty. */
    record Former(
            String planId,
            String keyId,
            long calls,
            String planName,
            String productCode,
            String keyName,
            String customerId) {}

    /** The calls counted in a month, of one plan or, if it is null, of all. */
    List<Calls> counted(@Nullable String planId, YearMonth month) {
        String one = planId == null ? "" : " and plan_id = :plan";
        Query query = entities.createNativeQuery("select plan_id, key_id, sum(used) from usage_day"
                        + " where on_day between :first and :last" + one + " group by plan_id, key_id")
                .setParameter("first", month.atDay(1))
                .setParameter("last", month.atEndOfMonth());
        return rows(planId == null ? query : query.setParameter("plan", planId)).stream()
                .map(row -> new Calls(row[0].toString(), row[1].toString(), ((Number) row[2]).longValue()))
                .toList();
    }

    /** The calls in a month of keys that have left their plans since. */
    List<Former> former(@Nullable String planId, YearMonth month) {
        String one = planId == null ? "" : " and plan_id = :plan";
        Query query = entities.createNativeQuery("select plan_id, key_id, used, plan_name, product_code, key_name,"
                        + " customer_id from usage_former where month_start = :first" + one)
                .setParameter("first", month.atDay(1));
        return rows(planId == null ? query : query.setParameter("plan", planId)).stream()
                .map(row -> new Former(
                        row[0].toString(),
                        row[1].toString(),
                        ((Number) row[2]).longValue(),
                        row[3].toString(),
                        row[4].toString(),
                        row[5].toString(),
                        row[6].toString()))
                .toList();
    }

    /** Whether a plan that is gone has left something. */
    boolean knows(String planId) {
        return !entities.createNativeQuery("select 1 from usage_former where plan_id = :plan")
                .setParameter("plan", planId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private static List<Object[]> rows(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> (Object[]) row).toList();
    }

    /** Keeps what a key has used of a plan, by month, before its days are forgotten. */
    void keep(UsagePlan plan, ApiKey key) {
        Query days = entities.createNativeQuery("select on_day, used from usage_day" + OF_KEY)
                .setParameter("plan", plan.id())
                .setParameter("key", key.id());
        for (Object[] row : rows(days)) {
            keep(plan, key, YearMonth.from(UsageStore.day(row[0])), ((Number) row[1]).longValue());
        }
    }

    private void keep(UsagePlan plan, ApiKey key, YearMonth month, long calls) {
        int known = named(
                        "update usage_former set used = used + :calls, plan_name = :planName, product_code = :product,"
                                + " key_name = :keyName, customer_id = :customer" + OF_KEY
                                + " and month_start = :first",
                        plan,
                        key,
                        month,
                        calls)
                .executeUpdate();
        if (known == 0) {
            named(
                            "insert into usage_former (plan_id, key_id, month_start, plan_name, product_code, key_name,"
                                    + " customer_id, used) values (:plan, :key, :first, :planName, :product, :keyName,"
                                    + " :customer, :calls)",
                            plan,
                            key,
                            month,
                            calls)
                    .executeUpdate();
        }
    }

    private Query named(String sql, UsagePlan plan, ApiKey key, YearMonth month, long calls) {
        LocalDate first = month.atDay(1);
        return entities.createNativeQuery(sql)
                .setParameter("plan", plan.id())
                .setParameter("key", key.id())
                .setParameter("first", first)
                .setParameter("calls", calls)
                .setParameter("planName", plan.name())
                .setParameter("product", Objects.requireNonNullElse(plan.productCode(), ""))
                .setParameter("keyName", Objects.requireNonNullElse(key.name(), ""))
                .setParameter("customer", Objects.requireNonNullElse(key.customerId(), ""));
    }
}
