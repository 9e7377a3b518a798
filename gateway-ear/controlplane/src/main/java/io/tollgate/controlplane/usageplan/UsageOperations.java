package io.tollgate.controlplane.usageplan;

import io.tollgate.controlplane.apikey.ApiKeys;
import io.tollgate.controlplane.wire.Contribution;
import io.tollgate.controlplane.wire.Page;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.error.ApiException.NotFoundException;
import io.tollgate.model.patch.PatchOperation;
import io.tollgate.model.plan.QuotaPeriods;
import io.tollgate.model.plan.QuotaSettings;
import io.tollgate.model.plan.UsagePlan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** GetUsage and UpdateUsage. Counts are at most a few seconds old. */
@ApplicationScoped
public class UsageOperations implements Contribution {
    private static final int MOST_DAYS = 90;

    private final UsagePlans plans;
    private final ApiKeys keys;
    private final UsageStore usage;
    private final Clock clock;

    /** What AWS answers: for each key and each day what was used and what was left. */
    record Usage(
            String usagePlanId,
            String startDate,
            String endDate,
            @Nullable String position,
            Map<String, List<long[]>> values) {}

    /** Operations on this usage. */
    @Inject
    public UsageOperations(UsagePlans plans, ApiKeys keys, UsageStore usage, Clock clock) {
        this.plans = plans;
        this.keys = keys;
        this.usage = usage;
        this.clock = clock;
    }

    @Override
    public Map<String, Function<Request, Reply>> operations() {
        return Map.of("GetUsage", this::get, "UpdateUsage", this::update);
    }

    private static LocalDate date(Request request, String name) {
        String text = request.parameter(name)
                .orElseThrow(() -> new BadRequestException("The parameter " + name + " is required"));
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new BadRequestException("Invalid " + name + " specified: " + text + ", it must be yyyy-MM-dd");
        }
    }

    private Reply get(Request request) {
        UsagePlan plan = plans.require(request.at("usageplanId"));
        LocalDate first = date(request, "startDate");
        LocalDate last = date(request, "endDate");
        if (last.isBefore(first)) {
            throw new BadRequestException("Invalid usage dates: startDate must not be after endDate");
        }
        if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw new BadRequestException("Invalid usage dates: the range cannot exceed " + MOST_DAYS + " days");
        }
        String keyId = request.parameter("keyId").orElse("");
        if (!keyId.isEmpty() && !plans.contains(plan.id(), keyId)) {
            throw new NotFoundException("Invalid API Key identifier specified");
        }
        List<String> wanted = keyId.isEmpty() ? plans.keysOf(plan.id()) : List.of(keyId);
        Page<String> page = Page.of(wanted, key -> key, request);
        Map<String, List<long[]>> values = new LinkedHashMap<>();
        page.item().forEach(key -> values.put(key, days(plan, key, first, last)));
        return Reply.of(new Usage(plan.id(), first.toString(), last.toString(), page.position(), values));
    }

    private List<long[]> days(UsagePlan plan, String keyId, LocalDate first, LocalDate last) {
        QuotaSettings quota = plan.quota();
        LocalDate from = quota == null ? first : QuotaPeriods.start(quota.period(), first);
        Map<LocalDate, Long> used = usage.used(plan.id(), keyId, from, last);
        List<long[]> days = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            days.add(new long[] {used.getOrDefault(day, 0L), quota == null ? 0 : left(plan, keyId, quota, used, day)});
        }
        return days;
    }

    private long left(UsagePlan plan, String keyId, QuotaSettings quota, Map<LocalDate, Long> used, LocalDate day) {
        LocalDate start = QuotaPeriods.start(quota.period(), day);
        long sofar = used.entrySet().stream()
                .filter(entry ->
                        !entry.getKey().isBefore(start) && !entry.getKey().isAfter(day))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return Math.max(0, quota.limit() + usage.granted(plan.id(), keyId, start) - sofar);
    }

    private Reply update(Request request) {
        UsagePlan plan = plans.require(request.at("usageplanId"));
        String keyId = request.at("keyId");
        List<PatchOperation> operations = request.patchOperations();
        keys.require(keyId);
        if (!plans.contains(plan.id(), keyId)) {
            throw new NotFoundException("Invalid API Key identifier specified");
        }
        QuotaSettings quota = plan.quota();
        if (quota == null) {
            throw new BadRequestException("Usage Plan " + plan.id() + " has no quota");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (PatchOperation operation : operations) {
            grant(plan, keyId, quota, operation, today);
        }
        Map<String, List<long[]>> values = Map.of(keyId, days(plan, keyId, today, today));
        return Reply.of(new Usage(plan.id(), today.toString(), today.toString(), null, values));
    }

    private void grant(UsagePlan plan, String keyId, QuotaSettings quota, PatchOperation operation, LocalDate today) {
        if (!operation.is("replace") || !"/remaining".equals(operation.path())) {
            throw new BadRequestException("Invalid patch path  '" + operation.path() + "' specified for op '"
                    + operation.op() + "'. Must be one of: [/remaining]");
        }
        int remaining = Limits.integer(operation.value(), "Invalid remaining quota specified");
        LocalDate start = QuotaPeriods.start(quota.period(), today);
        long sofar = usage.used(plan.id(), keyId, start, today).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        usage.grant(plan.id(), keyId, start, remaining - (quota.limit() - sofar));
    }
}
