package io.tollgate.dataplane.integrate;

import io.tollgate.dataplane.gateway.Call;
import io.tollgate.dataplane.gateway.MediaTypes;
import io.tollgate.dataplane.template.MappingTemplate;
import io.tollgate.dataplane.template.TemplateScope;
import io.tollgate.dataplane.template.TemplateSyntaxException;
import io.tollgate.spi.http.Headers;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The templates of one integration or integration response, by media type. Immutable. */
final class Templates {
    private final Map<String, MappingTemplate> byType = new LinkedHashMap<>();
    private final boolean any;

    /**
     * Parses templates; a null or missing one means that the body passes.
     *
     * @throws IllegalArgumentException if one cannot be parsed
     */
    Templates(@Nullable Map<String, ? extends @Nullable String> texts) {
        this.any = texts != null && !texts.isEmpty();
        if (texts != null) {
            texts.forEach(this::add);
        }
    }

    private void add(String type, @Nullable String text) {
        if (text == null) {
            return;
        }
        try {
            byType.put(type.toLowerCase(Locale.ROOT), MappingTemplate.parse(text));
        } catch (TemplateSyntaxException malformed) {
            throw new IllegalArgumentException("the template for " + type + " is malformed at line " + malformed.line()
                    + ", column " + malformed.column() + ": " + malformed.getMessage());
        }
    }

    boolean isEmpty() {
        return !any;
    }

    boolean hasTemplate() {
        return !byType.isEmpty();
    }

    /** The template of a request's content type, or {@code $default}, or null. */
    @Nullable MappingTemplate ofRequest(String type) {
        MappingTemplate template = byType.get(type);
        return template == null ? byType.get("$default") : template;
    }

    /** The template of what a client accepts, else the one for JSON, else the first; null if there is none. */
    @Nullable MappingTemplate ofResponse(String accepted) {
        MappingTemplate template = byType.get(accepted);
        if (template == null) {
            template = byType.get(MediaTypes.JSON);
        }
        return template != null || byType.isEmpty()
                ? template
                : byType.values().iterator().next();
    }

    /** What a template of this call is given. */
    static TemplateScope scope(Call call, String body) {
        Map<String, String> query = new HashMap<>();
        call.query().values().forEach((name, values) -> query.put(name, values.get(values.size() - 1)));
        Map<String, String> header = new HashMap<>();
        Headers headers = call.headers();
        for (int i = 0; i < headers.size(); i++) {
            header.put(headers.name(i), headers.value(i));
        }
        return new TemplateScope(
                body, call.pathParameters(), query, header, call::context, call.stageVariables(), call.overrides());
    }
}
