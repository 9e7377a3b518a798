package io.tollgate.spi.settings;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the values of one Java type are written.
 *
 * @param name the word in the reference, for example {@code duration}
 * @param json the members that describe it in JSON Schema
 * @param ordered whether values can be compared with bounds
 * @param choices the texts that an enum knows; empty for other types
 * @param reader makes the value of a text, or fails with {@link IllegalArgumentException}
 */
record SettingType(
        String name, Map<String, Object> json, boolean ordered, List<String> choices, Function<String, Object> reader) {
    private static final String DURATION = "\\d{1,9}(ms|s|m|h|d)";
    private static final Pattern DURATION_PARTS = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    static SettingType of(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == String.class) {
            return simple("text", "string", false, text -> text);
        }
        if (type == Path.class) {
            return simple("path", "string", false, Path::of);
        }
        if (type == boolean.class) {
            return simple("boolean", "boolean", false, SettingType::flag);
        }
        if (type == int.class) {
            return simple("integer", "integer", true, Integer::valueOf);
        }
        if (type == long.class) {
            return simple("integer", "integer", true, Long::valueOf);
        }
        if (type == double.class) {
            return simple("number", "number", true, SettingType::finite);
        }
        if (type == Duration.class) {
            Map<String, Object> json = Map.of("type", "string", "pattern", "^" + DURATION + "$");
            return new SettingType("duration", json, true, List.of(), SettingType::duration);
        }
        if (type.isEnum()) {
            return choice(type);
        }
        if (component.getGenericType() instanceof ParameterizedType list
                && list.getRawType() == List.class
                && list.getActualTypeArguments()[0] == String.class) {
            Map<String, Object> json = Map.of("type", "array", "items", Map.of("type", "string"));
            return new SettingType("list", json, false, List.of(), SettingType::items);
        }
        throw new IllegalArgumentException(component + " has a type that settings cannot have");
    }

    private static SettingType simple(String name, String json, boolean ordered, Function<String, Object> reader) {
        return new SettingType(name, Map.of("type", json), ordered, List.of(), reader);
    }

    private static SettingType choice(Class<?> type) {
        Map<String, Object> constants = new LinkedHashMap<>();
        for (Object constant : type.getEnumConstants()) {
            constants.put(kebab(((Enum<?>) constant).name()), constant);
        }
        return new SettingType("choice", Map.of("type", "string"), false, List.copyOf(constants.keySet()), text -> {
            Object constant = constants.get(text);
            if (constant == null) {
                throw new IllegalArgumentException("unknown");
            }
            return constant;
        });
    }

    private static String kebab(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Object flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static Object finite(String text) {
        double number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("not finite");
        }
        return number;
    }

    private static Object duration(String text) {
        Matcher parts = DURATION_PARTS.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no duration");
        }
        long amount = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private static Object items(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
