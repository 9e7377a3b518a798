/** Cached responses in the memory of each node. Start at {@link io.tollgate.plugin.memory.MemoryCachePlugin}. */
@NullMarked
package io.tollgate.plugin.memory;

import org.jspecify.annotations.NullMarked;
