package io.tollgate.plugin.hazelcast;

import io.tollgate.plugin.testkit.SettingsContract;
import java.util.Map;

class HazelcastCacheSettingsTests extends SettingsContract<HazelcastCacheSettings> {
    @Override
    protected Class<HazelcastCacheSettings> type() {
        return HazelcastCacheSettings.class;
    }

    @Override
    protected HazelcastCacheSettings defaults() {
        return new HazelcastCacheSettings(32, 32, 10, 10, 500);
    }

    @Override
    protected Map<String, String> everyKey() {
        return Map.of(
                "near-megabytes", "64",
                "shared-megabytes", "128",
                "confirm-seconds", "5",
                "claim-seconds", "30",
                "answer-milliseconds", "250");
    }

    @Override
    protected HazelcastCacheSettings everyValue() {
        return new HazelcastCacheSettings(64, 128, 5, 30, 250);
    }
}
