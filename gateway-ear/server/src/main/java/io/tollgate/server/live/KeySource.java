package io.tollgate.server.live;

import io.tollgate.controlplane.apikey.ApiKeyValues;
import io.tollgate.controlplane.apikey.ApiKeys;
import io.tollgate.controlplane.tags.Tags;
import io.tollgate.controlplane.usageplan.UsagePlans;
import io.tollgate.dataplane.plan.LiveKey;
import io.tollgate.model.plan.ApiKey;
import io.tollgate.model.plan.KeyOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys of the database as calls meet them. Runs in the caller's transaction. */
@ApplicationScoped
class KeySource {
    private static final Logger LOG = LoggerFactory.getLogger(KeySource.class);
    private static final String PATH = "/apikeys/";

    private final ApiKeys keys;
    private final ApiKeyValues values;
    private final UsagePlans plans;
    private final Tags tags;

    @Inject
    KeySource(ApiKeys keys, ApiKeyValues values, UsagePlans plans, Tags tags) {
        this.keys = keys;
        this.values = values;
        this.plans = plans;
        this.tags = tags;
    }

    /** The key with this id. */
    Optional<LiveKey> key(String id) {
        return keys.find(id).map(key -> live(key, values.of(id), plans.plansOf(id), tags.of(PATH + id)));
    }

    /** All keys, by few statements however many there are. */
    List<LiveKey> keys() {
        Map<String, List<ApiKeyValues.Known>> valuesOf =
                values.all().stream().collect(Collectors.groupingBy(ApiKeyValues.Known::keyId));
        Map<String, List<String>> plansOf = plans.plansByKey();
        Map<String, Map<String, String>> tagsOf = tags.below(PATH);
        return keys.all().stream()
                .map(key -> live(
                        key,
                        valuesOf.getOrDefault(key.id(), List.of()),
                        plansOf.getOrDefault(key.id(), List.of()),
                        tagsOf.getOrDefault(PATH + key.id(), Map.of())))
                .toList();
    }

    private static LiveKey live(
            ApiKey key, List<ApiKeyValues.Known> known, List<String> planIds, Map<String, String> tags) {
        List<LiveKey.Value> values = known.stream()
                .map(value ->
                        new LiveKey.Value(value.hash(), Objects.requireNonNullElse(value.retiresAt(), LiveKey.NEVER)))
                .toList();
        KeyOptions options = KeyOptions.stored(tags, problem -> LOG.warn("API key {}: {}", key.id(), problem));
        return new LiveKey(key.id(), values, key.enabled(), options.expiresAtMillis(), planIds);
    }
}
