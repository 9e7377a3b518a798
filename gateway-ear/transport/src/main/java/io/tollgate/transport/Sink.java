package io.tollgate.transport;

import io.netty.buffer.ByteBuf;

/** Where the content of one body goes. Called on one event loop. After {@link #end} or {@link #broken} nothing follows. */
interface Sink {

    /** Takes the next piece; the sink releases it. */
    void chunk(ByteBuf content);

    /** Nothing more is here for now: what was written may be sent. */
    void flush();

    /** The content is complete. */
    void end();

    /** The content stays incomplete. */
    void broken(Throwable cause);
}
