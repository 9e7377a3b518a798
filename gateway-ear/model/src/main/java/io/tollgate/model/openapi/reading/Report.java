package io.tollgate.model.openapi.reading;

import io.tollgate.model.error.ApiException;
import io.tollgate.model.openapi.Finding;
import io.tollgate.model.openapi.OpenApiException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what readers have to say, each thing once for a line. */
public final class Report {
    private final Set<Finding> findings = new LinkedHashSet<>();

    /** Notes something that is left out or changed. */
    public void warn(String message, int line) {
        findings.add(new Finding(Finding.Severity.WARNING, message, line));
    }

    /** Notes something that refuses the document. */
    public void error(String message, int line) {
        findings.add(new Finding(Finding.Severity.ERROR, message, line));
    }

    /** Whether a check of the model passes; what it refuses refuses the document. */
    boolean passes(Runnable check, String prefix, int line) {
        try {
            check.run();
            return true;
        } catch (ApiException refused) {
            error(prefix + refused.text(), line);
            return false;
        }
    }

    /** Runs a check of the model; what it refuses is only noted. */
    void note(Runnable check, String prefix, int line) {
        try {
            check.run();
        } catch (ApiException refused) {
            warn(prefix + refused.text(), line);
        }
    }

    /** The warnings in the order of lines, unless the document has to be refused. */
    public List<Finding> conclude(boolean failOnWarnings) {
        List<Finding> all =
                findings.stream().sorted(Comparator.comparingInt(Finding::line)).toList();
        if (all.stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR)) {
            throw OpenApiException.errors(all);
        }
        if (failOnWarnings && !all.isEmpty()) {
            throw OpenApiException.warnings(all);
        }
        return all;
    }
}
