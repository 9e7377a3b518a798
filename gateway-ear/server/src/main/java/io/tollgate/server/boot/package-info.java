/** Start and stop, in order. Start at {@link Startup}. */
@NullMarked
package io.tollgate.server.boot;

import org.jspecify.annotations.NullMarked;
