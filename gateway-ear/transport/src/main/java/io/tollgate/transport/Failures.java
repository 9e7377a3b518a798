package io.tollgate.transport;

import io.tollgate.spi.http.UpstreamException;
import io.tollgate.spi.http.UpstreamException.Reason;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Names what went wrong with a backend. */
final class Failures {

    private Failures() {}

    /** Why there is no connection. */
    static UpstreamException ofConnecting(Origin.Key key, @Nullable Throwable cause) {
        Reason reason = cause instanceof UnknownHostException ? Reason.BAD_ADDRESS : Reason.UNREACHABLE;
        return new UpstreamException(reason, "cannot connect to " + key.host() + ":" + key.port() + ": " + said(cause));
    }

    /** Why there is no answer, or only a part of one. */
    static UpstreamException ofAnswer(@Nullable Throwable cause) {
        return cause instanceof UpstreamException known ? known : new UpstreamException(Reason.BROKEN, said(cause));
    }

    private static String said(@Nullable Throwable cause) {
        return cause == null ? "no reason given" : cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
