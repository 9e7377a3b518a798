/** How a plugin keeps responses for a stage. Start at {@link ResponseCache}. */
@NullMarked
package io.tollgate.spi.cache;

import org.jspecify.annotations.NullMarked;
