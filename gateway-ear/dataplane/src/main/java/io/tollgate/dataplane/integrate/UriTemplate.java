package io.tollgate.dataplane.integrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An endpoint URI with {@code {name}} path parameters and {@code ${stageVariables.name}}, parsed once. A missing
 * stage variable renders as nothing, a missing path parameter as its placeholder. Immutable.
 */
public final class UriTemplate {
    private static final String STAGE_VARIABLE = "${stageVariables.";

    private sealed interface Part {}

    private record Text(String text) implements Part {}

    private record StageVariable(String name) implements Part {}

    private record PathParameter(String name, String placeholder) implements Part {}

    private final List<Part> parts;

    private UriTemplate(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** Parses a URI as configured; what is no placeholder is text, {@code ${other}} too. */
    public static UriTemplate parse(String uri) {
        List<Part> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < uri.length()) {
            boolean variable = uri.startsWith(STAGE_VARIABLE, i);
            boolean parameter = uri.charAt(i) == '{' && (i == 0 || uri.charAt(i - 1) != '$');
            int close = variable || parameter ? uri.indexOf('}', i) : -1;
            if (close < 0) {
                text.append(uri.charAt(i++));
                continue;
            }
            if (!text.isEmpty()) {
                parts.add(new Text(text.toString()));
                text.setLength(0);
            }
            parts.add(
                    variable
                            ? new StageVariable(uri.substring(i + STAGE_VARIABLE.length(), close))
                            : pathParameter(uri.substring(i, close + 1)));
            i = close + 1;
        }
        if (!text.isEmpty()) {
            parts.add(new Text(text.toString()));
        }
        return new UriTemplate(parts);
    }

    private static PathParameter pathParameter(String placeholder) {
        int end = placeholder.length() - (placeholder.endsWith("+}") ? 2 : 1);
        return new PathParameter(placeholder.substring(1, end), placeholder);
    }

    /** The URI with everything filled in. Values are taken as they are: path parameters are still encoded. */
    public String render(Map<String, String> pathParameters, Map<String, String> stageVariables) {
        if (parts.size() == 1 && parts.get(0) instanceof Text(String only)) {
            return only;
        }
        StringBuilder uri = new StringBuilder(96);
        for (Part part : parts) {
            switch (part) {
                case Text(String text) -> uri.append(text);
                case StageVariable(String name) -> uri.append(stageVariables.getOrDefault(name, ""));
                case PathParameter(String name, String placeholder) ->
                    uri.append(pathParameters.getOrDefault(name, placeholder));
            }
        }
        return uri.toString();
    }
}
