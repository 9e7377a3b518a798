package io.tollgate.spi.settings;

/** The settings of a plugin that has none. */
public record NoSettings() {}
