package io.tollgate.controlplane.method;

import io.tollgate.controlplane.wire.Input;

/** The constraint on status codes in paths. */
final class StatusCodes {

    private StatusCodes() {}

    /** Notes a violation if the status code has not three digits. */
    static void validate(Input input, String statusCode) {
        if (!statusCode.matches("[1-5]\\d\\d")) {
            input.violation(statusCode, "statusCode", "Member must satisfy regular expression pattern: [1-5]\\d\\d");
        }
    }
}
