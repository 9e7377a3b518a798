package io.tollgate.model.openapi.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.regex.Pattern;

/** Writes a tree as block-style YAML in AWS's manner: a document mark, plain keys, texts in double quotes. */
public final class YamlWriter {
    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_/$][A-Za-z0-9_/.+-]*");
    private static final Pattern RESERVED =
            Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n", Pattern.CASE_INSENSITIVE);

    private final StringBuilder out = new StringBuilder("---\n");

    private YamlWriter() {}

    /** The tree as one YAML document. */
    public static String write(JsonNode root) {
        YamlWriter writer = new YamlWriter();
        if (compact(root)) {
            writer.out.append(scalar(root)).append('\n');
        } else {
            writer.block(root, 0);
        }
        return writer.out.toString();
    }

    private void block(JsonNode node, int indent) {
        if (node.isObject()) {
            node.properties().forEach(member -> {
                out.repeat(' ', indent).append(key(member.getKey())).append(':');
                after(member.getValue(), member.getValue().isArray() ? indent : indent + 2);
            });
        } else {
            for (JsonNode item : node) {
                out.repeat(' ', indent).append('-');
                item(item, indent);
            }
        }
    }

    private void after(JsonNode value, int indent) {
        if (compact(value)) {
            out.append(' ').append(scalar(value)).append('\n');
        } else {
            out.append('\n');
            block(value, indent);
        }
    }

    /** An object inside a list begins on the line of its dash. */
    private void item(JsonNode item, int indent) {
        if (!item.isObject() || item.isEmpty()) {
            after(item, indent + 2);
            return;
        }
        int from = out.length();
        block(item, indent + 2);
        out.delete(from, from + indent + 2).insert(from, ' ');
    }

    private static boolean compact(JsonNode value) {
        return !value.isContainerNode() || value.isEmpty();
    }

    private static String scalar(JsonNode value) {
        return value.toString();
    }

    private static String key(String key) {
        boolean plain =
                PLAIN_KEY.matcher(key).matches() && !RESERVED.matcher(key).matches();
        return plain ? key : TextNode.valueOf(key).toString();
    }
}
