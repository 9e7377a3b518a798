package io.tollgate.controlplane.apikey;

import io.tollgate.model.error.ApiException.BadRequestException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A CSV document of API keys. The first line names the columns in any order and case; cells may stand in single or double
 * quotes, a doubled quote is one; blanks around cells do not count, empty lines are skipped.
 */
final class KeyTable {
    private final String text;
    private int at;

    private KeyTable(String text) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The lines below the header by the columns' names in lower case. */
    static List<Map<String, String>> read(String text) {
        KeyTable table = new KeyTable(text);
        List<String> columns =
                table.line().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        if (!columns.contains("name") || !columns.contains("key")) {
            throw new BadRequestException("The header line must have the columns name and key");
        }
        List<Map<String, String>> lines = new ArrayList<>();
        while (table.at < table.text.length()) {
            List<String> cells = table.line();
            Map<String, String> line = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
                line.put(columns.get(i), cells.get(i));
            }
            if (cells.size() > 1 || !cells.getFirst().isEmpty()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private List<String> line() {
        List<String> cells = new ArrayList<>();
        do {
            cells.add(cell());
        } while (accept(','));
        if (accept('\r')) {
            accept('\n');
        } else if (!accept('\n') && at < text.length()) {
            throw new BadRequestException("Text after a quoted cell at character " + at);
        }
        return cells;
    }

    private String cell() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
            return quoted(text.charAt(at++));
        }
        int start = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at).strip();
    }

    private String quoted(char quote) {
        StringBuilder cell = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != quote) {
                cell.append(c);
            } else if (!accept(quote)) {
                while (at < text.length() && " \t".indexOf(text.charAt(at)) >= 0) {
                    at++;
                }
                return cell.toString().strip();
            } else {
                cell.append(quote);
            }
        }
        throw new BadRequestException("A quoted cell does not end");
    }

    private boolean accept(char wanted) {
        boolean there = at < text.length() && text.charAt(at) == wanted;
        at += there ? 1 : 0;
        return there;
    }
}
