package io.tollgate.controlplane.usageplan;

import io.tollgate.controlplane.apikey.ApiKeys;
import io.tollgate.controlplane.usageplan.BillingStore.Calls;
import io.tollgate.controlplane.usageplan.BillingStore.Former;
import io.tollgate.controlplane.wire.Contribution;
import io.tollgate.controlplane.wire.OwnOperations;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.plan.ApiKey;
import io.tollgate.model.plan.UsagePlan;
import io.tollgate.spi.http.Headers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * GetBilling, a call of ours: the calls of a month as CSV, a line for each plan and key that has made some. Keys that have
 * left their plan meanwhile are among them, and so are plans that are gone. Counts are at most a few seconds old.
 */
@ApplicationScoped
public class Billing implements Contribution {
    /** What {@link #operations} calls it. */
    static final String OPERATION = "GetBilling";

    private final UsagePlans plans;
    private final ApiKeys keys;
    private final BillingStore store;

    /** Bills of these plans and keys. */
    @Inject
    public Billing(UsagePlans plans, ApiKeys keys, BillingStore store) {
        this.plans = plans;
        this.keys = keys;
        this.store = store;
    }

    @Override
    public String service() {
        return OwnOperations.SERVICE;
    }

    @Override
    public Map<String, Function<Request, Reply>> operations() {
        return Map.of(OPERATION, this::csv);
    }

    private Reply csv(Request request) {
        YearMonth month = month(request.parameter("month").orElse(""));
        String planId = request.path().get("id");
        if (planId != null && !store.knows(planId)) {
            plans.require(planId);
        }
        CsvTable table = new CsvTable(
                "usagePlanId",
                "usagePlanName",
                "productCode",
                "apiKeyId",
                "apiKeyName",
                "customerId",
                "month",
                "calls");
        sums(planId, month).values().forEach(sum -> add(table, sum, month));
        Headers headers = Headers.of(
                "Content-Type",
                "text/csv; charset=utf-8",
                "Content-Disposition",
                "attachment; filename=\"billing-" + month + ".csv\"");
        return new Reply(table.text().getBytes(StandardCharsets.UTF_8), headers);
    }

    private static YearMonth month(String text) {
        if (!text.matches("\\d{4}-(0[1-9]|1[0-2])")) {
            throw new BadRequestException("Invalid month specified: " + text + ", it must be yyyy-MM");
        }
        return YearMonth.parse(text);
    }

    private static void add(CsvTable table, Former sum, YearMonth month) {
        table.line(
                sum.planId(),
                sum.planName(),
                sum.productCode(),
                sum.keyId(),
                sum.keyName(),
                sum.customerId(),
                month.toString(),
                Long.toString(sum.calls()));
    }

    private Map<String, Former> sums(@Nullable String planId, YearMonth month) {
        Map<String, Former> sums = new TreeMap<>();
        store.former(planId, month).forEach(left -> sums.put(left.planId() + "/" + left.keyId(), left));
        Map<String, UsagePlan> planOf =
                plans.all().stream().collect(Collectors.toMap(UsagePlan::id, Function.identity()));
        Map<String, ApiKey> keyOf = keys.all().stream().collect(Collectors.toMap(ApiKey::id, Function.identity()));
        for (Calls counted : store.counted(planId, month)) {
            UsagePlan plan = planOf.get(counted.planId());
            ApiKey key = keyOf.get(counted.keyId());
            sums.compute(counted.planId() + "/" + counted.keyId(), (name, left) -> sum(counted, left, plan, key));
        }
        return sums;
    }

    /** What was counted, together with what was kept when the key left the plan; names that are there now win. */
    private static Former sum(Calls counted, @Nullable Former left, @Nullable UsagePlan plan, @Nullable ApiKey key) {
        return new Former(
                counted.planId(),
                counted.keyId(),
                counted.calls() + (left == null ? 0 : left.calls()),
                plan != null ? plan.name() : left != null ? left.planName() : "",
                plan != null ? text(plan.productCode()) : left != null ? left.productCode() : "",
                key != null ? text(key.name()) : left != null ? left.keyName() : "",
                key != null ? text(key.customerId()) : left != null ? left.customerId() : "");
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
