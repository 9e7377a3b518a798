package io.tollgate.dataplane.integrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An endpoint URI with {@code {name}} path parameters and {@code ${stageVariables.name}}, parsed once. A missing
 * variable renders as nothing, as recorded from AWS. Immutable.
 */
public final class UriTemplate {
    private static final String STAGE_VARIABLE = "${stageVariables.";

    private sealed interface Part {}

    private record Text(String text) implements Part {}

    private record StageVariable(String name) implements Part {}

    private record PathParameter(String name) implements Part {}

    private final List<Part> parts;

    private UriTemplate(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** Parses a URI as configured; what is no placeholder is text. */
    public static UriTemplate parse(String uri) {
        List<Part> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < uri.length()) {
            boolean variable = uri.startsWith(STAGE_VARIABLE, i);
            int close = variable || uri.charAt(i) == '{' ? uri.indexOf('}', i) : -1;
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
                            : new PathParameter(withoutPlus(uri.substring(i + 1, close))));
            i = close + 1;
        }
        if (!text.isEmpty()) {
            parts.add(new Text(text.toString()));
        }
        return new UriTemplate(parts);
    }

    private static String withoutPlus(String name) {
        return name.endsWith("+") ? name.substring(0, name.length() - 1) : name;
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
                case PathParameter(String name) -> uri.append(pathParameters.getOrDefault(name, ""));
            }
        }
        return uri.toString();
    }
}
