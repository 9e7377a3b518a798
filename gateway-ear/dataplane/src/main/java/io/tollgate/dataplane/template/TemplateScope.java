package io.tollgate.dataplane.template;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a template is given.
 *
 * @param body the payload as text
 * @param path path parameters
 * @param querystring query parameters, the last value of each
 * @param header header fields, the last value of each, as they are spelled
 * @param context values of {@code $context} by their dotted names
 * @param stageVariables stage variables
 * @param overrides what this call's templates have overridden so far; templates add to it
 */
public record TemplateScope(
        String body,
        Map<String, String> path,
        Map<String, String> querystring,
        Map<String, String> header,
        Function<String, @Nullable Object> context,
        Map<String, String> stageVariables,
        Overrides overrides) {}
