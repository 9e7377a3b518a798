package io.tollgate.server.explain;

import io.tollgate.dataplane.explain.ExplainedMessage;
import io.tollgate.dataplane.explain.ExplainedSide;
import io.tollgate.dataplane.explain.ExplainedStep;

/** An explained call for a terminal. */
final class ExplainText {
    private final StringBuilder text = new StringBuilder(1024);

    private ExplainText() {}

    static String of(ExplainView view) {
        ExplainText shown = new ExplainText();
        shown.view(view);
        return shown.text.toString();
    }

    private void view(ExplainView view) {
        text.append("request ").append(view.requestId()).append('\n');
        if (view.canary() != null) {
            side(view.canary());
        }
        boolean first = true;
        for (ExplainedStep step : view.steps()) {
            step(step, first);
            first = false;
        }
        text.append(String.format("%nanswer %17s%n", view.micros() + " µs"));
        message("    ", view.answer());
    }

    private void side(ExplainedSide side) {
        String why = switch (side.reason()) {
            case FORCED -> "a header asks for it";
            case STICKY -> "its caller stays there";
            case LOT -> "drawn by lot";
            case NO_SHARE -> "the canary has no share";
        };
        text.append("side    ")
                .append(side.side())
                .append(", deployment ")
                .append(side.deploymentId())
                .append(": ")
                .append(why)
                .append("; the canary gets ")
                .append(side.percentTraffic())
                .append(" % of the calls\n");
    }

    private void step(ExplainedStep step, boolean first) {
        String indent = "  ".repeat(step.depth());
        text.append(String.format("%n%-16s %7s", indent + step.name(), step.micros() + " µs"));
        switch (step.verdict()) {
            case WENT_ON -> text.append('\n');
            case ANSWERED -> text.append("   answered\n");
            case REFUSED ->
                text.append("   REFUSED ")
                        .append(step.type())
                        .append(": ")
                        .append(step.reason())
                        .append('\n');
            case FAILED -> text.append("   FAILED: ").append(step.reason()).append('\n');
        }
        if (first) {
            part(indent + "  in   ", step.in());
        }
        if (!step.out().equals(step.in())) {
            part(indent + "  out  ", step.out());
        }
    }

    private void part(String label, ExplainedMessage message) {
        text.append(label).append(message.kind()).append('\n');
        message(" ".repeat(label.length()), message);
    }

    private void message(String indent, ExplainedMessage message) {
        String query = message.query().isEmpty() ? "" : "?" + message.query();
        String start = message.status() > 0
                ? Integer.toString(message.status())
                : message.method() + " " + message.path() + query;
        text.append(indent).append(start.strip()).append('\n');
        message.headers()
                .forEach((name, values) -> values.forEach(value -> text.append(indent)
                        .append(name)
                        .append(": ")
                        .append(value)
                        .append('\n')));
        if (!message.body().isEmpty()) {
            String label = message.base64() ? "(base 64) " : "";
            text.append('\n');
            (label + message.body())
                    .lines()
                    .forEach(line -> text.append(indent).append(line).append('\n'));
        }
        if (message.bodyLength() > message.body().length() || message.bodyLength() < 0) {
            text.append(indent)
                    .append(
                            message.bodyLength() < 0
                                    ? "(a body of unknown length)"
                                    : "(" + message.bodyLength() + " bytes)")
                    .append('\n');
        }
    }
}
