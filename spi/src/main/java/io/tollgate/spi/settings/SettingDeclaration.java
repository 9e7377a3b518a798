package io.tollgate.spi.settings;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One declared setting: reads and checks the texts given for it. Fails at once if the declaration itself is wrong. */
final class SettingDeclaration {
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*([.-][a-z0-9]+)*");

    private final Setting setting;
    private final SettingType type;
    private final String component;
    private final String prefix;

    SettingDeclaration(RecordComponent component, String prefix) {
        Setting declared = component.getAnnotation(Setting.class);
        this.component = component.getDeclaringRecord().getSimpleName() + "." + component.getName();
        if (declared == null) {
            throw new IllegalArgumentException(this.component + " carries no @Setting");
        }
        this.setting = declared;
        this.prefix = prefix;
        this.type = SettingType.of(component);
        checkDeclaration();
    }

    private void checkDeclaration() {
        demand(KEY.matcher(setting.key()).matches(), "has the key '" + setting.key() + "', which is not kebab-case");
        demand(!setting.description().isBlank(), "has no description");
        demand(type.ordered() || (setting.min() + setting.max()).isEmpty(), "has bounds, but no order");
        demand(texts() || (setting.allowed().length == 0 && setting.pattern().isEmpty()), "cannot have texts to match");
        checkWritten(setting.min(), true);
        checkWritten(setting.max(), true);
        checkWritten(setting.defaultValue(), texts() || required());
    }

    private void checkWritten(String text, boolean mayBeLeftOut) {
        boolean leftOut = mayBeLeftOut && (text.isEmpty() || text.equals(Setting.REQUIRED));
        demand(leftOut || fits(text), "is declared with '" + text + "', which it does not allow");
    }

    private void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(component + " " + otherwise);
        }
    }

    private boolean texts() {
        return type.name().equals("text") || type.name().equals("list");
    }

    Setting setting() {
        return setting;
    }

    SettingType type() {
        return type;
    }

    /** The key as an operator writes it. */
    String key() {
        return prefix + setting.key();
    }

    boolean required() {
        return setting.defaultValue().equals(Setting.REQUIRED);
    }

    /** The only texts, from the declaration or the enum; empty if there is another rule. */
    List<String> choices() {
        return type.choices().isEmpty() ? List.of(setting.allowed()) : type.choices();
    }

    /** The value of a text that has no mistake. */
    Object read(String text) {
        return type.reader().apply(text);
    }

    /** What is wrong with a given text, or with giving none, as a sentence; empty if nothing is. */
    String mistakeIn(@Nullable String text) {
        if (text == null) {
            return required() ? key() + " is not set; allowed is " + allowed() : "";
        }
        return fits(text) ? "" : key() + " is " + shown(text) + "; allowed is " + allowed();
    }

    private boolean fits(String text) {
        Object value;
        try {
            value = read(text);
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
        if (type.ordered()) {
            return within(value);
        }
        List<?> items = value instanceof List<?> list ? list : List.of(value);
        return items.stream().map(Object::toString).allMatch(this::matches);
    }

    private boolean matches(String item) {
        return !texts()
                || ((setting.allowed().length == 0 || choices().contains(item))
                        && (setting.pattern().isEmpty() || item.matches(setting.pattern())));
    }

    @SuppressWarnings("unchecked")
    private boolean within(Object value) {
        Comparable<Object> comparable = (Comparable<Object>) value;
        return (setting.min().isEmpty() || comparable.compareTo(read(setting.min())) >= 0)
                && (setting.max().isEmpty() || comparable.compareTo(read(setting.max())) <= 0);
    }

    private String shown(String text) {
        return setting.secret() ? "wrong" : "'" + text + "'";
    }

    /** What is allowed, in words. */
    String allowed() {
        if (!choices().isEmpty()) {
            return (type.name().equals("list") ? "any of " : "one of ") + String.join(", ", choices());
        }
        String matching = setting.pattern().isEmpty() ? "" : " that matches " + setting.pattern();
        return switch (type.name()) {
            case "boolean" -> "true or false";
            case "duration" -> "a duration such as 250ms, 5s, 10m, 1h, 7d" + bounds();
            case "list" -> "a list separated by commas" + (matching.isEmpty() ? "" : ", each" + matching);
            case "text" -> "text" + matching;
            case "path" -> "a path of the file system";
            default -> "a" + (type.name().startsWith("i") ? "n " : " ") + type.name() + bounds();
        };
    }

    private String bounds() {
        return (setting.min().isEmpty() ? "" : " from " + setting.min())
                + (setting.max().isEmpty() ? "" : " to " + setting.max());
    }
}
