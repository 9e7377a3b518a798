/**
 * HTTP/1.1 as bytes: heads in both directions and the framing of bodies, without sockets.
 *
 * <p>One strict reader decides what a request is, so that nobody behind it can understand it differently: what is
 * ambiguous is refused (RFC 9112 2.2, 3, 5.1, 6.3, 7.1). Responses are read a little more generously, as old backends
 * need it, never where the end of a message is concerned. This room knows no connections and no threads. Start reading
 * at {@link io.tollgate.transport.wire.RequestHead}.
 */
@NullMarked
package io.tollgate.transport.wire;

import org.jspecify.annotations.NullMarked;
