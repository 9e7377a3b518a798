package io.tollgate.docs.reference;

import java.util.List;

/** The page of the answers that the gateway gives itself. */
public final class ErrorReference {
    private static final String INTRODUCTION = """
            # Answers of the gateway itself

            When a call does not get a backend's answer it gets one of these, with the message as JSON and the type in
            `x-amzn-ErrorType`. A gateway response of that name changes its status, header fields and body; without one the
            family's does. `./tollgate explain` tells which step refused a call, and why.

            | gateway response | status | `x-amzn-ErrorType` | message | family |
            |---|---|---|---|---|
            """;

    private ErrorReference() {}

    /**
     * One of them, as a caller sees it while nobody customised it.
     *
     * @param type the gateway response type
     * @param status the HTTP status
     * @param errorType the value of {@code x-amzn-ErrorType}
     * @param message the message
     * @param family the type whose customisation it follows without its own
     */
    public record Answer(String type, int status, String errorType, String message, String family) {}

    /** The page of these. */
    public static ReferencePage of(List<Answer> answers) {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        for (Answer answer : answers) {
            page.append("| `%s` | %s | `%s` | %s | `%s` |%n"
                    .formatted(answer.type, answer.status, answer.errorType, answer.message, answer.family));
        }
        return new ReferencePage("errors.md", page.toString().replace("\r\n", "\n"));
    }
}
