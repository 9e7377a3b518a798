package io.tollgate.spi.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes declarations as JSON Schema, draft 2020-12. */
final class SettingsSchema {
    private SettingsSchema() {}

    static String of(String title, List<SettingDeclaration> declarations) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (SettingDeclaration declaration : declarations) {
            properties.put(declaration.key(), property(declaration));
            if (declaration.required()) {
                required.add(declaration.key());
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", title);
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return JsonText.of(schema);
    }

    private static Map<String, Object> property(SettingDeclaration declaration) {
        Setting setting = declaration.setting();
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("description", setting.description());
        property.put("type", String.valueOf(declaration.type().json().get("type")));
        if (declaration.type().json().get("pattern") instanceof String pattern) {
            property.put("pattern", pattern);
        }
        boolean list = declaration.type().name().equals("list");
        Map<String, Object> texts = new LinkedHashMap<>();
        if (!declaration.choices().isEmpty()) {
            texts.put("enum", declaration.choices());
        }
        if (!setting.pattern().isEmpty()) {
            texts.put("pattern", "^(?:" + setting.pattern() + ")$");
        }
        if (list) {
            texts.put("type", "string");
            property.put("items", texts);
        } else {
            property.putAll(texts);
        }
        bounds(declaration, property);
        if (!declaration.required() && !setting.secret()) {
            Object value = declaration.read(setting.defaultValue());
            boolean asIs = value instanceof Number || value instanceof Boolean || value instanceof List<?>;
            property.put("default", asIs ? value : setting.defaultValue());
        }
        if (setting.secret()) {
            property.put("writeOnly", true);
        }
        return property;
    }

    private static void bounds(SettingDeclaration declaration, Map<String, Object> property) {
        Setting setting = declaration.setting();
        boolean duration = declaration.type().name().equals("duration");
        if (!setting.min().isEmpty()) {
            property.put(
                    duration ? "x-minimum" : "minimum", duration ? setting.min() : declaration.read(setting.min()));
        }
        if (!setting.max().isEmpty()) {
            property.put(
                    duration ? "x-maximum" : "maximum", duration ? setting.max() : declaration.read(setting.max()));
        }
    }
}
