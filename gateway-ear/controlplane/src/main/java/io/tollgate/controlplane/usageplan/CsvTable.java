package io.tollgate.controlplane.usageplan;

import java.util.StringJoiner;

/**
 * A CSV document as RFC 4180 has it. Text that a spreadsheet would run as a formula is given a leading apostrophe, for
 * names are given by whoever registers.
 */
final class CsvTable {
    /** What begins a formula; the last four are the full-width forms. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private final StringBuilder text = new StringBuilder();

    CsvTable(String... columns) {
        line(columns);
    }

    /** Adds a line. */
    CsvTable line(String... cells) {
        StringJoiner line = new StringJoiner(",", "", "\r\n");
        for (String value : cells) {
            line.add(cell(value));
        }
        text.append(line);
        return this;
    }

    private static String cell(String value) {
        String start = value.stripLeading();
        boolean runs = !value.isEmpty()
                && (FORMULA.indexOf(value.charAt(0)) >= 0
                        || (!start.isEmpty() && FORMULA.indexOf(start.charAt(0)) >= 0));
        String safe = runs ? "'" + value : value;
        boolean quoted = safe.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0)
                || !safe.strip().equals(safe);
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /** The document; every line ends with CR LF. */
    String text() {
        return text.toString();
    }
}
