package io.tollgate.model.openapi;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A document is refused, or cannot be exported. The message is what AWS answers; the findings say more, with lines.
 */
public final class OpenApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** It exceeds {@link io.tollgate.model.openapi.document.SourceDocument#LARGEST}. */
        TOO_LARGE,
        /** It is not JSON, YAML or OpenAPI at all. */
        UNREADABLE,
        /** The document, or a parameter of the request, is wrong. */
        ERRORS,
        /** It has warnings, and failonwarnings was set. */
        WARNINGS
    }

    private final Reason reason;
    private final transient List<Finding> findings;

    private OpenApiException(Reason reason, String message, List<Finding> findings) {
        super(message);
        this.reason = reason;
        this.findings = List.copyOf(findings);
    }

    /** A document beyond the limit. */
    public static OpenApiException tooLarge() {
        return new OpenApiException(Reason.TOO_LARGE, "API definition exceeds the maximum size of 6 MB", List.of());
    }

    /** Something that is no OpenAPI document. */
    public static OpenApiException unreadable(String message, Finding finding) {
        return new OpenApiException(Reason.UNREADABLE, message, List.of(finding));
    }

    /** A wrong parameter of the request. */
    public static OpenApiException parameter(String message) {
        return new OpenApiException(Reason.ERRORS, message, List.of());
    }

    /** A document with errors, perhaps with warnings besides. */
    public static OpenApiException errors(List<Finding> findings) {
        String warnings = lines(findings, Finding.Severity.WARNING);
        return new OpenApiException(
                Reason.ERRORS,
                "Errors found during import:" + lines(findings, Finding.Severity.ERROR)
                        + (warnings.isEmpty() ? "" : "\nAdditionally, these warnings were found:" + warnings),
                findings);
    }

    /** A document with warnings where none are wanted. */
    public static OpenApiException warnings(List<Finding> findings) {
        return new OpenApiException(
                Reason.WARNINGS, "Warnings found during import:" + lines(findings, Finding.Severity.WARNING), findings);
    }

    private static String lines(List<Finding> findings, Finding.Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .map(finding -> "\n\t" + finding.message())
                .collect(Collectors.joining());
    }

    /** The message with every finding on a line of its own, for people: {@code error line 3: …}. */
    public String report() {
        return findings.isEmpty()
                ? String.valueOf(getMessage())
                : findings.stream().map(Finding::toString).collect(Collectors.joining("\n"));
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** What was found, with lines. */
    public List<Finding> findings() {
        return findings;
    }
}
