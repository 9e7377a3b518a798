package io.tollgate.controlplane.apikey;

import io.tollgate.controlplane.store.Ids;
import io.tollgate.controlplane.store.ServiceQuota;
import io.tollgate.controlplane.store.ServiceQuotas;
import io.tollgate.controlplane.tags.Tags;
import io.tollgate.controlplane.usageplan.UsagePlans;
import io.tollgate.controlplane.wire.Contribution;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.error.ApiException;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.error.ApiException.ValidationException;
import io.tollgate.model.plan.ApiKey;
import io.tollgate.model.plan.KeyOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * ImportApiKeys: keys from a CSV document (features 6.3). A line that cannot be used is a warning with its number; with
 * {@code failonwarnings} nothing is imported then. Beside AWS's columns, one named as {@link KeyOptions#EXPIRES_AT} gives
 * keys that tag.
 */
@ApplicationScoped
public class ApiKeyImport implements Contribution {
    private final ApiKeys keys;
    private final UsagePlans plans;
    private final Tags tags;
    private final Ids ids;
    private final Clock clock;
    private final ServiceQuotas quotas;

    /** What AWS answers. */
    record ApiKeyIds(List<String> ids, List<String> warnings) {}

    /** Imports into these keys and plans. */
    @Inject
    public ApiKeyImport(ApiKeys keys, UsagePlans plans, Tags tags, Ids ids, Clock clock, ServiceQuotas quotas) {
        this.quotas = quotas;
        this.keys = keys;
        this.plans = plans;
        this.tags = tags;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Map<String, Function<Request, Reply>> operations() {
        return Map.of("ImportApiKeys", this::importKeys);
    }

    private Reply importKeys(Request request) {
        String format = request.parameter("format").orElse("");
        if (!format.equals("csv")) {
            throw new ValidationException("1 validation error detected: Value '" + format
                    + "' at 'format' failed to satisfy constraint: Member must satisfy enum value set: [csv]");
        }
        List<Map<String, String>> lines = KeyTable.read(new String(request.body(), StandardCharsets.UTF_8));
        Set<String> imported = new LinkedHashSet<>();
        List<String> warnings = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            try {
                imported.add(importLine(lines.get(i), warnings, i + 2));
            } catch (ApiException unusable) {
                warnings.add("Line " + (i + 2) + ": " + unusable.text());
            }
        }
        if (!warnings.isEmpty() && request.flag("failonwarnings")) {
            throw new BadRequestException("Warnings found during import: " + String.join("; ", warnings));
        }
        quotas.checkCount(ServiceQuota.API_KEYS, keys.count());
        return Reply.of(new ApiKeyIds(List.copyOf(imported), warnings));
    }

    private String importLine(Map<String, String> line, List<String> warnings, int number) {
        String name = line.getOrDefault("name", "");
        String value = line.getOrDefault("key", "");
        if (name.isEmpty() || name.length() > 1024) {
            throw new BadRequestException("the name must have 1 to 1024 characters");
        }
        KeyValues.check(value);
        String expiresAt = line.getOrDefault(KeyOptions.EXPIRES_AT, "");
        Map<String, String> options = expiresAt.isEmpty() ? Map.of() : Map.of(KeyOptions.EXPIRES_AT, expiresAt);
        KeyOptions.of(options);
        String enabled = line.getOrDefault("enabled", "");
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String description = line.getOrDefault("description", "");
        String known = keys.idOf(value).orElse("");
        ApiKey key = new ApiKey(
                known.isEmpty() ? ids.ten() : known,
                name,
                null,
                description.isEmpty() ? null : description,
                enabled.isEmpty() || enabled.equalsIgnoreCase("true"),
                known.isEmpty() ? now : keys.require(known).createdDate(),
                now,
                List.of());
        if (known.isEmpty()) {
            keys.insert(key, value);
        } else {
            keys.update(key);
        }
        tags.put("/apikeys/" + key.id(), options);
        for (String plan : line.getOrDefault("usageplanids", "").split(",", -1)) {
            join(key.id(), plan.strip(), warnings, number);
        }
        return key.id();
    }

    private void join(String keyId, String planId, List<String> warnings, int line) {
        if (planId.isEmpty() || plans.contains(planId, keyId)) {
            return;
        }
        try {
            plans.addKey(planId, keyId);
        } catch (ApiException refused) {
            warnings.add("Line " + line + ": " + refused.text());
        }
    }
}
