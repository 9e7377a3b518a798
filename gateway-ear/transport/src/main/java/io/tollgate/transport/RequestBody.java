package io.tollgate.transport;

import io.tollgate.transport.wire.BodyReader;
import io.tollgate.transport.wire.RequestHead;

/** A client's body. The client that waits for 100 gets it when the body is asked for. */
final class RequestBody extends StreamBody {
    private final ExpressExchange exchange;
    private boolean continueOwed;

    private RequestBody(ExpressExchange exchange, Loop loop, BodyReader reader, RequestHead head, long most) {
        super(loop, reader, head.length(), most);
        this.exchange = exchange;
        this.continueOwed = head.expectsContinue();
    }

    static RequestBody of(ExpressExchange exchange, Loop loop, RequestHead head, long most) {
        BodyReader reader =
                head.length() == RequestHead.CHUNKED ? BodyReader.chunked() : BodyReader.counted(head.length());
        return new RequestBody(exchange, loop, reader, head, most);
    }

    /** Whether the client waits for a word before it sends anything. */
    boolean isHeldUp() {
        return continueOwed;
    }

    @Override
    void wanted() {
        if (continueOwed) {
            continueOwed = false;
            exchange.sendContinue();
        }
        exchange.work();
    }

    @Override
    void unwanted() {
        if (!continueOwed) {
            exchange.work();
        }
    }
}
