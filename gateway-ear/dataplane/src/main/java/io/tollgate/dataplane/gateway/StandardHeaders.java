package io.tollgate.dataplane.gateway;

import io.tollgate.dataplane.limit.Level;
import io.tollgate.spi.http.Headers;

/** The fields that every answer carries. */
final class StandardHeaders {

    private StandardHeaders() {}

    static Answer on(Call call, Answer answer) {
        answer.headers().set("x-amzn-RequestId", call.requestId()).set("x-amz-apigw-id", call.extendedRequestId());
        contentType(answer);
        Level level = call.level();
        if (level != null) {
            limits(answer.headers(), level);
        }
        return answer;
    }

    /** What callers are told of the limit that their call met, in place of what a backend says. */
    private static void limits(Headers headers, Level level) {
        headers.set("X-RateLimit-Limit", Long.toString(level.limit()));
        headers.set("X-RateLimit-Remaining", Long.toString(level.remaining()));
        headers.remove("X-RateLimit-Reset");
        if (level.resetSeconds() >= 0) {
            headers.add("X-RateLimit-Reset", Long.toString(level.resetSeconds()));
        }
        if (level.retrySeconds() > 0) {
            headers.set("Retry-After", Long.toString(level.retrySeconds()));
        }
    }

    static void contentType(Answer answer) {
        if (answer.headers().get("Content-Type") == null) {
            answer.headers().add("Content-Type", "application/json");
        }
    }
}
