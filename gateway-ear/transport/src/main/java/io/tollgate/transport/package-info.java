/**
 * Sockets, on the event loops of Vert.x: the express listener and the outgoing HTTP client. HTTP/1.1 itself is read and
 * written by {@link io.tollgate.transport.wire}, straight on the channels' buffers.
 *
 * <p>A request that comes by the express listener and its call to the backend stay on one event loop; no thread is
 * switched. Bodies stream both ways with back-pressure. This room does not know what a stage or a method is: it hands
 * {@link io.tollgate.dataplane.gateway.Incoming} to a handler and writes the {@link
 * io.tollgate.dataplane.gateway.Answer}. Start reading at {@link io.tollgate.transport.ExpressListener}.
 */
@NullMarked
package io.tollgate.transport;

import org.jspecify.annotations.NullMarked;
