package io.tollgate.controlplane.support;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The support table for a repository: Markdown. */
final class SupportText {
    private final List<OperationSupport> operations;
    private final Map<Support, Long> counts;

    SupportText(List<OperationSupport> operations, Map<Support, Long> counts) {
        this.operations = operations;
        this.counts = counts;
    }

    String markdown() {
        String summary = counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey().word())
                .collect(Collectors.joining(", "));
        StringBuilder text = new StringBuilder("# Supported operations\n\nWritten by `/tollgate/support`. Of ")
                .append(operations.size())
                .append(" operations: ")
                .append(summary)
                .append(". A refused operation answers 501 with its name.\n");
        operations.stream().map(OperationSupport::service).distinct().forEach(service -> section(text, service));
        return text.toString();
    }

    private void section(StringBuilder text, String service) {
        text.append("\n## ").append(service).append("\n\n| operation | address | support |\n|---|---|---|\n");
        operations.stream().filter(one -> one.service().equals(service)).forEach(one -> {
            text.append("| ")
                    .append(one.operation())
                    .append(" | `")
                    .append(one.verb())
                    .append(' ');
            text.append(one.path()).append("` | ").append(one.support().word());
            text.append(one.missing() == null ? "" : ": " + one.missing()).append(" |\n");
        });
    }
}
