/**
 * Plugins as jars in folders: found, loaded, replaced. Bundled and foreign ones take the same road. It must not know what
 * the integrations, authorizers and caches do that it hands out. Start at {@link Plugins}.
 */
@NullMarked
package io.tollgate.dataplane.plugin;

import org.jspecify.annotations.NullMarked;
