package io.tollgate.model.openapi;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a document is imported; the parameters of ImportRestApi and PutRestApi.
 *
 * @param target the API
 * @param now the creation date of a new API
 * @param basePath what to do with the document's base path
 * @param endpointType EDGE, REGIONAL or PRIVATE, or null to leave it
 * @param vpcEndpointIds VPC endpoints of a private API besides those of the document
 * @param ignoreDocumentation whether documentation is left out
 * @param failOnWarnings whether a warning refuses the document
 */
public record ImportOptions(
        ImportTarget target,
        Instant now,
        BasePathMode basePath,
        @Nullable String endpointType,
        List<String> vpcEndpointIds,
        boolean ignoreDocumentation,
        boolean failOnWarnings) {

    private static final List<String> ENDPOINT_TYPES = List.of("REGIONAL", "EDGE", "PRIVATE");

    /** Copies the list. */
    public ImportOptions {
        vpcEndpointIds = List.copyOf(vpcEndpointIds);
    }

    /** What holds when no parameter is given. */
    public static ImportOptions defaults(ImportTarget target, Instant now) {
        return new ImportOptions(target, now, BasePathMode.IGNORE, null, List.of(), false, false);
    }

    /**
     * These options with parameters of a request; names that are not ours are left alone.
     *
     * @throws OpenApiException if a parameter has a value that it cannot have
     */
    public ImportOptions with(Map<String, String> parameters) {
        return new ImportOptions(
                target,
                now,
                basePath(parameters.get("basepath")),
                endpointType(parameters.get("endpointConfigurationTypes")),
                list(parameters.get("vpcEndpointIds")),
                ignored(parameters.get("ignore")),
                Boolean.parseBoolean(parameters.get("failonwarnings")));
    }

    private BasePathMode basePath(@Nullable String value) {
        if (value == null) {
            return basePath;
        }
        try {
            return BasePathMode.valueOf(value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw OpenApiException.parameter("Invalid basepath specified. Valid options are ignore,prepend,split");
        }
    }

    private @Nullable String endpointType(@Nullable String value) {
        if (value != null && !ENDPOINT_TYPES.contains(value)) {
            throw OpenApiException.parameter(
                    "Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE");
        }
        return value == null ? endpointType : value;
    }

    private boolean ignored(@Nullable String value) {
        if (value != null && !value.equals("documentation")) {
            throw OpenApiException.parameter("Invalid ignore specified. Valid options are documentation");
        }
        return value != null || ignoreDocumentation;
    }

    private static List<String> list(@Nullable String value) {
        return value == null
                ? List.of()
                : Arrays.stream(value.split(","))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }
}
