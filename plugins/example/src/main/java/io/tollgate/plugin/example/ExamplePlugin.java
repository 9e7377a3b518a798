package io.tollgate.plugin.example;

import io.tollgate.spi.Plugin;
import io.tollgate.spi.integration.IntegrationFactory;
import java.util.List;

/** The entrance: says what the jar contributes. */
public final class ExamplePlugin implements Plugin {

    @Override
    public String name() {
        return "example";
    }

    @Override
    public String description() {
        return "The plugin to copy: greets who calls.";
    }

    @Override
    public Class<ExampleSettings> settings() {
        return ExampleSettings.class;
    }

    @Override
    public List<IntegrationFactory> integrations() {
        return List.of(new GreetingFactory());
    }
}
