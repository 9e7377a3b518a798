package io.tollgate.spi.settings;

import java.util.Collection;
import java.util.Map;

/** Writes maps, collections, texts, numbers and booleans as indented JSON. */
final class JsonText {
    private final StringBuilder text = new StringBuilder();

    private JsonText() {}

    static String of(Map<String, ?> object) {
        JsonText json = new JsonText();
        json.value(object, "\n");
        return json.text.append('\n').toString();
    }

    private void value(Object value, String indent) {
        if (value instanceof Map<?, ?> object) {
            object(object, indent);
        } else if (value instanceof Collection<?> array) {
            array(array, indent);
        } else if (value instanceof Number || value instanceof Boolean) {
            text.append(value);
        } else {
            quoted(value.toString());
        }
    }

    private void object(Map<?, ?> object, String indent) {
        String inner = indent + "  ";
        String separator = "{";
        for (Map.Entry<?, ?> member : object.entrySet()) {
            text.append(separator).append(inner);
            quoted(member.getKey().toString());
            text.append(": ");
            value(member.getValue(), inner);
            separator = ",";
        }
        text.append(object.isEmpty() ? "{" : indent).append('}');
    }

    private void array(Collection<?> array, String indent) {
        String separator = "[";
        for (Object item : array) {
            text.append(separator);
            value(item, indent + "  ");
            separator = ", ";
        }
        text.append(array.isEmpty() ? "[" : "").append(']');
    }

    private void quoted(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> text.append('\\').append(c);
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(c < ' ' ? String.format("\\u%04x", (int) c) : c);
            }
        }
        text.append('"');
    }
}
