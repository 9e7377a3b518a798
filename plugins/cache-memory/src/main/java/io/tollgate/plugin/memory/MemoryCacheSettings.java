package io.tollgate.plugin.memory;

import io.tollgate.spi.settings.Setting;

/**
 * What an operator can set.
 *
 * @param maximumMegabytes the bound of each stage's cache
 */
public record MemoryCacheSettings(
        @Setting(
                key = "maximum-megabytes",
                description =
                        "The memory in MB that the cache of one stage takes at most, whatever cluster size it has.",
                defaultValue = "64",
                min = "1",
                max = "1000000")
        int maximumMegabytes) {}
