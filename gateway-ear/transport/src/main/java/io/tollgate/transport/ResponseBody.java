package io.tollgate.transport;

import io.tollgate.spi.http.UpstreamException;
import io.tollgate.spi.http.UpstreamException.Reason;
import io.tollgate.transport.wire.BodyReader;
import io.tollgate.transport.wire.ResponseHead;

/** A backend's body. */
final class ResponseBody extends StreamBody {
    private final UpstreamConnection connection;

    private ResponseBody(UpstreamConnection connection, BodyReader reader, long length, long most) {
        super(connection.loop(), reader, length, most);
        this.connection = connection;
    }

    static ResponseBody of(UpstreamConnection connection, ResponseHead head, long most) {
        BodyReader reader;
        if (head.length() == ResponseHead.CHUNKED) {
            reader = BodyReader.chunked();
        } else if (head.length() == ResponseHead.UNTIL_CLOSE) {
            reader = BodyReader.untilClose();
        } else {
            reader = BodyReader.counted(head.length());
        }
        return new ResponseBody(connection, reader, Math.max(-1, head.length()), most);
    }

    @Override
    void wanted() {
        connection.work();
    }

    @Override
    void unwanted() {
        if (missing() <= WORTH_DRAINING) {
            connection.work();
        } else {
            connection.broken(new UpstreamException(Reason.BROKEN, "nobody wants the answer any more"));
        }
    }
}
