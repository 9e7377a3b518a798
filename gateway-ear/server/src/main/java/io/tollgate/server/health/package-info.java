/**
 * What load balancers ask: whether this node wants requests. It knows no API and no database. Start at {@link
 * io.tollgate.server.health.Readiness}.
 */
@NullMarked
package io.tollgate.server.health;

import org.jspecify.annotations.NullMarked;
