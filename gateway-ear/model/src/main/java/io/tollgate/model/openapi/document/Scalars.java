package io.tollgate.model.openapi.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;

/** Unquoted scalars by the core schema of YAML 1.2; numbers keep the digits they were written with. */
final class Scalars {
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,9}");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?");
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUES = Set.of("true", "True", "TRUE");
    private static final Set<String> FALSES = Set.of("false", "False", "FALSE");

    private Scalars() {}

    static JsonNode plain(String text) {
        if (NULLS.contains(text)) {
            return NullNode.getInstance();
        }
        if (TRUES.contains(text) || FALSES.contains(text)) {
            return BooleanNode.valueOf(TRUES.contains(text));
        }
        return NUMBER.matcher(text).matches() ? number(text) : TextNode.valueOf(text);
    }

    /** A number that is written as its text was: 1.10 stays 1.10. A number beyond all use is a text. */
    static JsonNode number(String text) {
        boolean leadingZero = text.matches("[-+]?0[0-9]+.*");
        if (INTEGER.matcher(text).matches() && !leadingZero) {
            return IntNode.valueOf(Integer.parseInt(text));
        }
        return leadingZero || !NUMBER.matcher(text).matches()
                ? TextNode.valueOf(text)
                : DecimalNode.valueOf(new BigDecimal(text));
    }
}
