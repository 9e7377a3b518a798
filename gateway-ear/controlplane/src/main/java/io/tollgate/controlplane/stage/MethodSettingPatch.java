package io.tollgate.controlplane.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.wire.Json;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.stage.MethodSetting;
import io.tollgate.model.stage.MethodSettingKeys;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes of single method settings. The first change of a method makes a complete entry, copied from {@code *}{@code
 * /*} as it is then or from the defaults (features 4.2, recorded).
 */
final class MethodSettingPatch {
    private static final List<String> LEVELS = List.of("OFF", "ERROR", "INFO");
    private static final List<String> STRATEGIES =
            List.of("FAIL_WITH_403", "SUCCEED_WITH_RESPONSE_HEADER", "SUCCEED_WITHOUT_RESPONSE_HEADER");

    /** Reads a value into the entry's member. */
    @FunctionalInterface
    private interface Setter {
        void set(ObjectNode entry, String member, String value);
    }

    private record Setting(String member, Setter setter) {}

    private static final Map<String, Setting> SETTINGS = Map.of(
            "/metrics/enabled", new Setting("metricsEnabled", MethodSettingPatch::flag),
            "/logging/loglevel",
                    new Setting("loggingLevel", (entry, member, value) -> oneOf(entry, member, value, LEVELS)),
            "/logging/dataTrace", new Setting("dataTraceEnabled", MethodSettingPatch::flag),
            "/throttling/burstLimit",
                    new Setting(
                            "throttlingBurstLimit",
                            (entry, member, value) -> entry.put(member, integer(value, -1, Integer.MAX_VALUE))),
            "/throttling/rateLimit", new Setting("throttlingRateLimit", MethodSettingPatch::decimal),
            "/caching/enabled", new Setting("cachingEnabled", MethodSettingPatch::flag),
            "/caching/ttlInSeconds",
                    new Setting(
                            "cacheTtlInSeconds", (entry, member, value) -> entry.put(member, integer(value, 0, 3600))),
            "/caching/dataEncrypted", new Setting("cacheDataEncrypted", MethodSettingPatch::flag),
            "/caching/requireAuthorizationForCacheControl",
                    new Setting("requireAuthorizationForCacheControl", MethodSettingPatch::flag),
            "/caching/unauthorizedCacheControlHeaderStrategy",
                    new Setting(
                            "unauthorizedCacheControlHeaderStrategy",
                            (entry, member, value) -> oneOf(entry, member, value, STRATEGIES)));

    private MethodSettingPatch() {}

    /** Applies a change; false if the path names no setting. */
    static boolean put(ObjectNode draft, String path, @Nullable String value) {
        int last = path.lastIndexOf('/');
        int before = path.lastIndexOf('/', last - 1);
        Setting setting = before <= 0 ? null : SETTINGS.get(path.substring(before));
        String spelled = before <= 0 ? "" : path.substring(1, before);
        if (setting == null || spelled.indexOf('/') < 0) {
            return false;
        }
        ObjectNode all = draft.withObjectProperty("methodSettings");
        String key = kept(all, spelled);
        if (!all.has(key)) {
            ObjectNode base =
                    all.has("*/*") ? ((ObjectNode) all.get("*/*")).deepCopy() : Json.draft(MethodSetting.DEFAULTS);
            all.set(key, base);
        }
        setting.setter().set((ObjectNode) all.get(key), setting.member(), value == null ? "" : value);
        return true;
    }

    static void remove(ObjectNode draft, String key) {
        ObjectNode all = draft.withObjectProperty("methodSettings");
        String kept = kept(all, key);
        if (!all.has(kept)) {
            throw new BadRequestException(
                    "Cannot remove method setting " + key + " because there is no method setting for this method ");
        }
        all.remove(kept);
    }

    /** The key under which a method's settings are kept already, or else the one given. */
    private static String kept(ObjectNode all, String key) {
        for (Map.Entry<String, JsonNode> entry : all.properties()) {
            if (MethodSettingKeys.same(entry.getKey(), key)) {
                return entry.getKey();
            }
        }
        return key;
    }

    private static void flag(ObjectNode entry, String member, String value) {
        entry.put(member, "true".equalsIgnoreCase(value));
    }

    private static void oneOf(ObjectNode entry, String member, String value, List<String> allowed) {
        if (!allowed.contains(value)) {
            throw new BadRequestException(
                    "Invalid value '" + value + "' for " + member + ". Must be one of: " + allowed);
        }
        entry.put(member, value);
    }

    private static int integer(String value, int least, int most) {
        if (!value.matches("-?\\d{1,9}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            throw new BadRequestException(
                    "Invalid value '" + value + "'. Must be an integer from " + least + " to " + most);
        }
        return Integer.parseInt(value);
    }

    private static void decimal(ObjectNode entry, String member, String value) {
        try {
            double rate = Double.parseDouble(value);
            if (rate >= -1 && rate <= 1e9) {
                entry.put(member, rate);
                return;
            }
        } catch (NumberFormatException notOne) {
            throw new BadRequestException("Invalid value '" + value + "'. Must be a number");
        }
        throw new BadRequestException("Invalid value '" + value + "'. Must be a number of at least -1");
    }
}
