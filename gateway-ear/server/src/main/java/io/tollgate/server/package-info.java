/**
 * The gateway WAR: joins the two planes to Payara.
 *
 * <p>This is the only room that knows both planes. It reads configuration, opens the database, applies the schema, loads
 * plugins, keeps {@link io.tollgate.dataplane.live.LiveStages} up to date, and opens the two doors. Start reading at
 * {@link io.tollgate.server.boot.Startup}.
 */
@NullMarked
package io.tollgate.server;

import org.jspecify.annotations.NullMarked;
