package io.tollgate.controlplane.usageplan;

import io.tollgate.controlplane.stage.Stages;
import io.tollgate.controlplane.wire.Input;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.error.ApiException.NotFoundException;
import io.tollgate.model.plan.ApiStage;
import io.tollgate.model.plan.QuotaSettings;
import io.tollgate.model.plan.ThrottleSettings;
import io.tollgate.model.plan.UsagePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a usage plan that a client sends. */
final class UsagePlanInput {
    static final List<String> PERIODS = List.of("DAY", "WEEK", "MONTH");

    private final Stages stages;

    UsagePlanInput(Stages stages) {
        this.stages = stages;
    }

    UsagePlan read(String id, Input input) {
        Input quota = input.object("quota").orElse(null);
        if (quota != null) {
            quota.oneOf("period", PERIODS);
        }
        input.check();
        String name = input.text("name", "");
        if (name.isBlank()) {
            throw new BadRequestException("Usage Plan name cannot be blank");
        }
        List<ApiStage> covered = new ArrayList<>();
        for (Input one : input.objects("apiStages")) {
            ApiStage stage = stage(one, name);
            if (covered.stream().anyMatch(other -> other.key().equals(stage.key()))) {
                throw new BadRequestException("API Stage " + stage.key() + " is named twice");
            }
            covered.add(stage);
        }
        QuotaSettings limits = quota == null ? null : quota(quota);
        checkQuota(limits);
        return new UsagePlan(
                id,
                name,
                input.text("description"),
                covered,
                input.object("throttle").map(UsagePlanInput::throttle).orElse(null),
                limits,
                null);
    }

    private ApiStage stage(Input one, String planName) {
        String apiId = one.text("apiId", "");
        String name = one.text("stage", "");
        if (apiId.isEmpty() || name.isEmpty()) {
            throw new BadRequestException(
                    "Invalid API Stage {api: " + apiId + ", stage: " + name + "} specified for usageplan " + planName);
        }
        if (stages.find(apiId, name).isEmpty()) {
            throw new NotFoundException("API Stage not found: " + apiId + ":" + name);
        }
        Map<String, ThrottleSettings> throttles = new TreeMap<>();
        one.object("throttle")
                .ifPresent(map -> map.names()
                        .forEach(method -> throttles.put(
                                checkMethod(method),
                                map.object(method).map(UsagePlanInput::throttle).orElseThrow())));
        return new ApiStage(apiId, name, throttles.isEmpty() ? null : throttles);
    }

    /** A method key of throttles: {@code /path/VERB}. */
    static String checkMethod(String key) {
        if (!key.matches("/(.*/)?[A-Z]+|\\*/\\*")) {
            throw new BadRequestException("Invalid method " + key + " specified, it must have the form /path/VERB");
        }
        return key;
    }

    static ThrottleSettings throttle(Input input) {
        Integer burst = input.integer("burstLimit");
        Double rate = input.decimal("rateLimit");
        if ((burst != null && burst < 0) || (rate != null && !(rate >= 0 && rate < 1e9))) {
            throw new BadRequestException("Usage Plan throttle limits must be non-negative");
        }
        return new ThrottleSettings(burst, rate);
    }

    private static QuotaSettings quota(Input input) {
        Integer limit = input.integer("limit");
        String period = input.text("period");
        if (limit == null || period == null) {
            throw new BadRequestException("Usage Plan quota must have a limit and a period");
        }
        return new QuotaSettings(limit, Objects.requireNonNullElse(input.integer("offset"), 0), period);
    }

    static void checkQuota(@Nullable QuotaSettings quota) {
        if (quota == null) {
            return;
        }
        if (quota.limit() < 0) {
            throw new BadRequestException("Usage Plan quota limit must be non-negative");
        }
        switch (quota.period()) {
            case "DAY" -> checkOffset(quota, 0, "Usage Plan quota offset must be zero in the DAY period");
            case "WEEK" ->
                checkOffset(
                        quota, 6, "Usage Plan quota offset must be between zero and six inclusive in the WEEK period");
            case "MONTH" ->
                checkOffset(
                        quota, 27, "Usage Plan quota offset must be between zero and 27 inclusive in the MONTH period");
            default ->
                throw new BadRequestException("Invalid quota period specified. Must be one of: [DAY, WEEK, MONTH]");
        }
    }

    private static void checkOffset(QuotaSettings quota, int most, String refusal) {
        if (quota.offset() < 0 || quota.offset() > most) {
            throw new BadRequestException(refusal);
        }
    }
}
