package io.tollgate.transport;

import io.netty.buffer.ByteBuf;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.BodyTooLargeException;
import io.tollgate.spi.http.UpstreamException;
import io.tollgate.spi.http.UpstreamException.Reason;
import io.tollgate.spi.http.UpstreamRequest;
import io.tollgate.spi.http.UpstreamResponse;
import io.tollgate.transport.Deadlines.Deadline;
import io.tollgate.transport.wire.ResponseHead;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One call to a backend, on one event loop. It is over when the whole answer was delivered, or when it failed. */
final class UpstreamCall {
    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE");

    private final Origins origins;
    private final Target target;
    private final UpstreamRequest request;
    private final @Nullable ExpressExchange caller;
    private final CompletableFuture<UpstreamResponse> response;
    private final Deadline patience = new Deadline(this::late);

    private @Nullable Origin origin;
    private @Nullable UpstreamConnection connection;
    private @Nullable RequestStream stream;
    private @Nullable ResponseBody answer;
    private boolean repeated;
    private boolean over;

    UpstreamCall(
            Origins origins,
            Target target,
            UpstreamRequest request,
            @Nullable ExpressExchange caller,
            CompletableFuture<UpstreamResponse> response) {
        this.origins = origins;
        this.target = target;
        this.request = request;
        this.caller = caller;
        this.response = response;
    }

    void start() {
        if (caller != null) {
            caller.calls(this);
        }
        origins.loop().set(patience, request.timeout().toNanos());
        Origin chosen = origins.of(target, request.insecureSkipVerification());
        origin = chosen;
        chosen.serve(this);
    }

    boolean isOver() {
        return over;
    }

    /** Sends the request on a connection that is free. */
    void send(UpstreamConnection free) {
        connection = free;
        ByteBuf head;
        try {
            head = RequestLines.write(free, target, request);
        } catch (IllegalArgumentException bad) {
            UpstreamException cause = new UpstreamException(Reason.BAD_ADDRESS, "cannot be sent: " + bad.getMessage());
            free.broken(cause);
            return;
        }
        Body body = request.body();
        if (body instanceof Body.BytesBody) {
            free.context().writeAndFlush(head, free.context().voidPromise());
        } else {
            RequestStream sending = new RequestStream(this, free.context(), head, body.length());
            stream = sending;
            sending.begin(body, origins.loop());
        }
    }

    /** Whether the request has gone out as a whole. */
    boolean isSent() {
        return stream == null;
    }

    /** The request has gone out as a whole. */
    void sent() {
        stream = null;
    }

    /** Whether a response with this head has no body, whatever its fields say (RFC 9112 6.3). */
    boolean isBodyless(ResponseHead head) {
        return request.method().equals("HEAD") || head.status() == 204 || head.status() == 304 || head.length() == 0;
    }

    /** The head of the answer is here. */
    void received(ResponseHead head, Body body) {
        answer = body instanceof ResponseBody arriving ? arriving : null;
        UpstreamResponse ready = new UpstreamResponse(head.status(), head.headers(), body);
        origins.loop().serve(caller, () -> response.complete(ready));
    }

    /** The answer is complete. */
    void done() {
        if (over) {
            return;
        }
        over = true;
        origins.loop().clear(patience);
        if (caller != null) {
            caller.called(this);
        }
        RequestStream sending = stream;
        if (sending != null) {
            stream = null;
            sending.stop();
        }
    }

    /** The connection broke. A call that never reached the backend is made once more. */
    void broken(UpstreamException cause, UpstreamConnection by) {
        boolean mayRepeat = !over
                && !repeated
                && by.wasStale()
                && REPEATABLE.contains(request.method())
                && request.body() instanceof Body.BytesBody;
        if (mayRepeat && origin != null) {
            repeated = true;
            origin.serveFresh(this);
        } else {
            failed(cause);
        }
    }

    void failed(RuntimeException cause) {
        if (!over) {
            done();
            origins.loop().serve(caller, () -> response.completeExceptionally(cause));
        }
    }

    private void late() {
        ResponseBody arriving = answer;
        if (arriving != null && arriving.isHeldBack()) {
            origins.loop().set(patience, request.timeout().toNanos());
        } else {
            end(new UpstreamException(
                    Reason.TIMEOUT, "no answer within " + request.timeout().toMillis() + " ms"));
        }
    }

    /** The caller does not want the answer any more. */
    void cancel(String why) {
        end(new UpstreamException(Reason.BROKEN, why));
    }

    /** The request cannot be sent to its end. */
    void unsendable(Throwable cause) {
        if (cause instanceof BodyTooLargeException large) {
            failed(large);
        }
        end(new UpstreamException(Reason.BROKEN, "the request broke off: " + cause.getMessage()));
    }

    private void end(UpstreamException cause) {
        if (origin != null) {
            origin.forget(this);
        }
        failed(cause);
        if (connection != null) {
            connection.ended(this, cause);
        }
    }

    void writable() {
        if (stream != null) {
            stream.writable();
        }
    }
}
