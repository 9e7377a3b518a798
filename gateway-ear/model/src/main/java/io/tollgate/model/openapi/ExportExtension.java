package io.tollgate.model.openapi;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an export shows beyond OpenAPI. */
public enum ExportExtension {
    /** What methods call. */
    INTEGRATIONS,
    /** Who decides about callers. */
    AUTHORIZERS,
    /** All of API Gateway: enough to import the same API again. */
    APIGATEWAY,
    /** The documentation parts as they are. */
    DOCUMENTATION;

    /**
     * The extensions of a comma-separated list.
     *
     * @throws OpenApiException if one of them is unknown or not supported
     */
    public static Set<ExportExtension> of(@Nullable String list) {
        Set<ExportExtension> extensions = EnumSet.noneOf(ExportExtension.class);
        for (String name : list == null ? new String[0] : list.split(",")) {
            switch (name.strip()) {
                case "" -> {}
                case "integrations" -> extensions.add(INTEGRATIONS);
                case "authorizers" -> extensions.add(AUTHORIZERS);
                case "apigateway" -> extensions.add(APIGATEWAY);
                case "documentation" -> extensions.add(DOCUMENTATION);
                default ->
                    throw OpenApiException.parameter("Invalid extension '" + name.strip()
                            + "' specified. Supported are integrations,authorizers,apigateway,documentation");
            }
        }
        return extensions;
    }
}
