package io.tollgate.transport;

import io.netty.buffer.ByteBuf;
import io.tollgate.dataplane.gateway.Answer;
import io.tollgate.dataplane.gateway.JsonText;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import io.tollgate.transport.wire.WireException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers to requests that no gateway sees: malformed, ambiguous or beyond a limit. The connection ends after them. */
final class Refusal {
    private static final Logger LOG = LoggerFactory.getLogger(Refusal.class);

    private Refusal() {}

    static WireException tooLarge(long most) {
        return new WireException(413, "HTTP content length exceeded " + most + " bytes.");
    }

    /** The answer to a request that was refused. */
    static Answer answer(WireException refusal) {
        int status = refusal.status();
        String message = String.valueOf(refusal.getMessage());
        String requestId = UUID.randomUUID().toString();
        LOG.debug("request {} refused with {}: {}", requestId, status, message);
        Headers headers = Headers.of(
                "Content-Type",
                "application/json",
                "x-amzn-RequestId",
                requestId,
                "x-amzn-ErrorType",
                switch (status) {
                    case 413 -> "RequestTooLargeException";
                    case 500 -> "InternalServerErrorException";
                    default -> "BadRequestException";
                });
        return new Answer(
                status,
                headers,
                Body.of(("{\"message\":" + JsonText.quote(message) + "}").getBytes(StandardCharsets.UTF_8)));
    }

    /** Answers a head that cannot be served. */
    static void write(ExpressConnection connection, WireException refusal) {
        Answer answer = answer(refusal);
        ByteBuf bytes = AnswerHead.of(connection.loop(), answer, answer.body().length(), false, false)
                .write(connection.context().alloc(), answer.body());
        connection.context().writeAndFlush(bytes, connection.context().voidPromise());
    }
}
