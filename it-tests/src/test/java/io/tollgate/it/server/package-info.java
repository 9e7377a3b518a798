/**
 * Servers that tests start and end: the gateway by its launcher, with data and logs below {@code target/tollgate}. It knows
 * nothing of what is tested. Start reading at {@link io.tollgate.it.server.RunningTollgate}.
 */
@NullMarked
package io.tollgate.it.server;

import org.jspecify.annotations.NullMarked;
