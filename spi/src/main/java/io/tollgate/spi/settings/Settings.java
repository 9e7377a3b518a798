package io.tollgate.spi.settings;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of a settings record, read once: binds values and describes itself as JSON Schema and as a table.
 * Immutable.
 *
 * @param <T> the record
 */
public final class Settings<T extends Record> {
    private final Class<T> type;
    private final List<SettingDeclaration> declarations;

    private Settings(Class<T> type, List<SettingDeclaration> declarations) {
        this.type = type;
        this.declarations = declarations;
        if (declarations.stream().map(SettingDeclaration::key).distinct().count() < declarations.size()) {
            throw new IllegalArgumentException(type.getSimpleName() + " declares one key twice");
        }
    }

    /**
     * Reads a declaration.
     *
     * @throws IllegalArgumentException if the record itself is declared wrongly: a mistake of its author
     */
    public static <T extends Record> Settings<T> of(Class<T> type) {
        return of(type, "");
    }

    /** Reads a declaration whose keys an operator writes with a prefix, such as {@code tollgate.plugin.example.}. */
    public static <T extends Record> Settings<T> of(Class<T> type, String prefix) {
        return new Settings<>(
                type,
                Arrays.stream(type.getRecordComponents())
                        .map(component -> new SettingDeclaration(component, prefix))
                        .toList());
    }

    /** The keys with their prefix, in order of declaration. */
    public List<String> keys() {
        return declarations.stream().map(SettingDeclaration::key).toList();
    }

    /**
     * Makes the record of a source that gives null for what is not set.
     *
     * @throws SettingsException that lists every mistake
     */
    public T bind(Function<String, @Nullable String> source) {
        return bind(source, new ArrayList<>());
    }

    /**
     * Makes the record of exactly these values.
     *
     * @throws SettingsException that lists every mistake; a key that is not declared is one
     */
    public T bind(Map<String, String> values) {
        List<String> mistakes = new ArrayList<>();
        List<String> keys = keys();
        values.keySet().stream()
                .filter(key -> !keys.contains(key))
                .sorted()
                .forEach(key -> mistakes.add(key + " is unknown; there "
                        + (keys.isEmpty() ? "are no settings" : "is " + String.join(", ", keys))));
        return bind(values::get, mistakes);
    }

    private T bind(Function<String, @Nullable String> source, List<String> mistakes) {
        List<Object> values = new ArrayList<>();
        for (SettingDeclaration declaration : declarations) {
            String given = source.apply(declaration.key());
            String mistake = declaration.mistakeIn(given);
            if (!mistake.isEmpty()) {
                mistakes.add(mistake);
            } else {
                values.add(
                        declaration.read(given == null ? declaration.setting().defaultValue() : given));
            }
        }
        if (!mistakes.isEmpty()) {
            throw new SettingsException(mistakes);
        }
        return create(values);
    }

    private T create(List<Object> values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof IllegalArgumentException rule) {
                throw new SettingsException(List.of(String.valueOf(rule.getMessage())));
            }
            throw new IllegalStateException(type.getName() + " cannot be made", refused.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(type.getName() + " cannot be made", impossible);
        }
    }

    /** The declaration as a JSON Schema of a flat object. */
    public String jsonSchema() {
        return SettingsSchema.of(type.getSimpleName(), declarations);
    }

    /** The declaration as a Markdown table; empty if there are no settings. */
    public String markdown() {
        return SettingsTable.of(declarations);
    }
}
