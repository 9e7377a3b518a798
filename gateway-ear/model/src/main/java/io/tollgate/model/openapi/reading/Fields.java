package io.tollgate.model.openapi.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Members of objects as AWS takes them: numbers and booleans pass for texts and the other way round. */
final class Fields {
    private Fields() {}

    /** A scalar as text, an object or array as JSON, null for null or nothing. */
    static @Nullable String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return value.isContainerNode() ? value.toString() : value.asText();
    }

    static @Nullable String text(JsonNode object, String member) {
        return text(object.path(member));
    }

    /** An enumeration value, which documents write in any case. */
    static @Nullable String upper(JsonNode object, String member) {
        String text = text(object.path(member));
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }

    static @Nullable Integer integer(JsonNode object, String member) {
        String text = text(object.path(member));
        return text == null || !text.matches("-?[0-9]{1,9}") ? null : (Integer) Integer.parseInt(text);
    }

    static @Nullable Boolean bool(JsonNode object, String member) {
        String text = text(object.path(member));
        return text == null ? null : (Boolean) Boolean.parseBoolean(text);
    }

    static boolean isTrue(JsonNode object, String member) {
        return Boolean.TRUE.equals(bool(object, member));
    }

    /** A list of texts, null if there is no list. */
    static @Nullable List<String> texts(JsonNode array) {
        if (!array.isArray()) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.isContainerNode() ? item.toString() : item.asText()));
        return texts;
    }

    /** A map of texts without its null values, null if there is no map. */
    static @Nullable Map<String, String> textMap(JsonNode object) {
        if (!object.isObject() || object.isEmpty()) {
            return null;
        }
        Map<String, String> map = new LinkedHashMap<>();
        object.properties().forEach(member -> {
            String text = text(member.getValue());
            if (text != null) {
                map.put(member.getKey(), text);
            }
        });
        return map;
    }
}
