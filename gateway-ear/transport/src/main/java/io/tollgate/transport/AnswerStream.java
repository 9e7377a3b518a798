package io.tollgate.transport;

import io.netty.buffer.ByteBuf;

/** An answer to a client whose body is still arriving. */
final class AnswerStream extends BodyWriter {
    private final ExpressExchange exchange;
    private final ExpressConnection connection;

    AnswerStream(ExpressExchange exchange, ExpressConnection connection, ByteBuf head, long length) {
        super(connection.context(), head, length);
        this.exchange = exchange;
        this.connection = connection;
    }

    @Override
    void complete() {
        exchange.written();
    }

    /** The backend broke off after the head was given: the client must see a broken answer, not a short one. */
    @Override
    void incomplete(Throwable cause) {
        connection.abort();
    }
}
