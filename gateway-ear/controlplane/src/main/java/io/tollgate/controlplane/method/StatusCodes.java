package io.tollgate.controlplane.method;

import io.tollgate.controlplane.wire.Input;
import io.tollgate.controlplane.wire.Request;

/** The constraint on status codes in paths. */
final class StatusCodes {

    private StatusCodes() {}

    /** The status code that a request's path names, or a refusal if it is none. */
    static String of(Request request) {
        String statusCode = request.at("status_code");
        Input nothing = request.nothing();
        validate(nothing, statusCode);
        nothing.check();
        return statusCode;
    }

    /** Notes a violation if the status code has not three digits. */
    static void validate(Input input, String statusCode) {
        if (!statusCode.matches("[1-5]\\d\\d")) {
            input.violation(statusCode, "statusCode", "Member must satisfy regular expression pattern: [1-5]\\d\\d");
        }
    }
}
