/**
 * What an operator can set for a plugin, declared once.
 *
 * <p>A plugin's settings are a record; each component carries a {@link io.tollgate.spi.settings.Setting}. From that one
 * declaration {@link io.tollgate.spi.settings.Settings} binds values, reports all mistakes at once, and writes the JSON
 * Schema and the reference table. It must not know where values come from. Start reading at {@link
 * io.tollgate.spi.settings.Setting}.
 */
@NullMarked
package io.tollgate.spi.settings;

import org.jspecify.annotations.NullMarked;
