/** One request as a plugin may see it. Start at {@link Exchange}. */
@NullMarked
package io.tollgate.spi.exchange;

import org.jspecify.annotations.NullMarked;
