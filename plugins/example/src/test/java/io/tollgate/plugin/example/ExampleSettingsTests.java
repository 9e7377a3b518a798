package io.tollgate.plugin.example;

import io.tollgate.plugin.testkit.SettingsContract;
import java.util.Map;

class ExampleSettingsTests extends SettingsContract<ExampleSettings> {
    @Override
    protected Class<ExampleSettings> type() {
        return ExampleSettings.class;
    }

    @Override
    protected ExampleSettings defaults() {
        return new ExampleSettings("Hello", false);
    }

    @Override
    protected Map<String, String> everyKey() {
        return Map.of("greeting", "Moin", "shout", "true");
    }

    @Override
    protected ExampleSettings everyValue() {
        return new ExampleSettings("Moin", true);
    }
}
