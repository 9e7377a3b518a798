package io.tollgate.plugin.example;

import io.tollgate.spi.settings.Setting;

/**
 * What an operator can set, under {@code tollgate.plugin.example.}.
 *
 * @param greeting what is said before the name
 * @param shout whether it is said in capitals
 */
public record ExampleSettings(
        @Setting(key = "greeting", description = "What is said before the name.", defaultValue = "Hello")
        String greeting,

        @Setting(key = "shout", description = "Whether it is said in capitals.", defaultValue = "false")
        boolean shout) {}
