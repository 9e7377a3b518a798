package io.tollgate.controlplane.support;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The support table for people: one page without scripts. */
final class SupportPage {
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Tollgate: supported operations</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
            table { border-collapse: collapse; width: 100%; }
            th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid light-dark(#d0d7de, #3d444d); vertical-align: top; }
            code { font-size: .9em; overflow-wrap: anywhere; }
            .full { color: light-dark(#116329, #4ac26b); }
            .partial { color: light-dark(#7d4e00, #e0a526); }
            .refused { color: light-dark(#a40e26, #ff7b72); }
            @media (max-width: 45rem) {
              thead { position: absolute; clip-path: inset(50%); }
              tr, tbody th, td { display: block; border: 0; padding: 0; overflow-wrap: anywhere; }
              tr { border-bottom: 1px solid light-dark(#d0d7de, #3d444d); padding: .5rem 0; }
            }
            </style>
            </head>
            <body>
            <h1>Supported operations</h1>
            """;

    private final List<OperationSupport> operations;
    private final Map<Support, Long> counts;

    SupportPage(List<OperationSupport> operations, Map<Support, Long> counts) {
        this.operations = operations;
        this.counts = counts;
    }

    String html() {
        StringBuilder page = new StringBuilder(HEAD);
        String summary = counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey().word())
                .collect(Collectors.joining(", "));
        page.append("<p>Of ").append(operations.size()).append(" operations: ").append(summary);
        page.append(". A refused operation answers 501 with its name.</p>\n");
        operations.stream().map(OperationSupport::service).distinct().forEach(service -> section(page, service));
        return page.append("</body>\n</html>\n").toString();
    }

    private void section(StringBuilder page, String service) {
        page.append("<h2>")
                .append(service)
                .append("</h2>\n<table>\n<thead><tr><th scope=\"col\">Operation</th>")
                .append("<th scope=\"col\">Address</th><th scope=\"col\">Support</th></tr></thead>\n<tbody>\n");
        operations.stream().filter(one -> one.service().equals(service)).forEach(one -> row(page, one));
        page.append("</tbody>\n</table>\n");
    }

    private static void row(StringBuilder page, OperationSupport one) {
        page.append("<tr><th scope=\"row\">").append(one.operation());
        page.append("</th><td><code>").append(one.verb()).append(' ').append(escaped(one.path()));
        page.append("</code></td><td class=\"").append(one.support().word()).append("\">");
        page.append(one.support().word());
        if (one.missing() != null) {
            page.append(": ").append(escaped(one.missing()));
        }
        page.append("</td></tr>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
