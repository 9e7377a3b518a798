package io.tollgate.plugin.memory;

import io.tollgate.plugin.testkit.SettingsContract;
import java.util.Map;

class MemoryCacheSettingsTests extends SettingsContract<MemoryCacheSettings> {
    @Override
    protected Class<MemoryCacheSettings> type() {
        return MemoryCacheSettings.class;
    }

    @Override
    protected MemoryCacheSettings defaults() {
        return new MemoryCacheSettings(64);
    }

    @Override
    protected Map<String, String> everyKey() {
        return Map.of("maximum-megabytes", "512");
    }

    @Override
    protected MemoryCacheSettings everyValue() {
        return new MemoryCacheSettings(512);
    }
}
