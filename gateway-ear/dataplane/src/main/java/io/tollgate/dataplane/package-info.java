/**
 * Request in, response out. Pure Java: this room knows no Jakarta, no database and no sockets.
 *
 * <p>A listener builds an {@link io.tollgate.dataplane.gateway.Incoming}, hands it to {@link
 * io.tollgate.dataplane.gateway.Gateway#handle}, and writes the {@link io.tollgate.dataplane.gateway.Answer}. What a
 * stage needs is compiled when it goes live ({@code live}); a call only walks through it. Start reading at {@link
 * io.tollgate.dataplane.gateway.Gateway}.
 */
@NullMarked
package io.tollgate.dataplane;

import org.jspecify.annotations.NullMarked;
