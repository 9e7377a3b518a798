/** Plugins as jars in folders: found, loaded, replaced. Bundled and foreign ones take the same road. Start at {@link Plugins}. */
@NullMarked
package io.tollgate.dataplane.plugin;

import org.jspecify.annotations.NullMarked;
