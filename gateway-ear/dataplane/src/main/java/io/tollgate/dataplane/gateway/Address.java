package io.tollgate.dataplane.gateway;

import org.jspecify.annotations.Nullable;

/**
 * Where a request is addressed to: an API and the path below its host.
 *
 * @param apiId the API's id, in lower case as host names have it
 * @param path the path that begins with the stage, undecoded
 */
public record Address(String apiId, String path) {
    private static final String BY_PATH = "/_aws/execute-api/";
    private static final String LABEL = ".execute-api.";

    /** Reads {@code {api}.execute-api.{anything}} or {@code /_aws/execute-api/{api}/{stage}/...}; null if neither. */
    public static @Nullable Address of(String host, String rawPath) {
        if (rawPath.startsWith(BY_PATH)) {
            int slash = rawPath.indexOf('/', BY_PATH.length());
            int end = slash < 0 ? rawPath.length() : slash;
            return new Address(rawPath.substring(BY_PATH.length(), end), slash < 0 ? "/" : rawPath.substring(slash));
        }
        int label = host.indexOf(LABEL);
        return label <= 0 ? null : new Address(host.substring(0, label), rawPath);
    }

    /** The stage's name: the first segment, empty if there is none. */
    public String stage() {
        int slash = path.indexOf('/', 1);
        return slash < 0 ? path.substring(Math.min(1, path.length())) : path.substring(1, slash);
    }

    /** The path below the stage; at least a slash. Repeated slashes right after the stage count as one. */
    public String resourcePath() {
        int slash = path.indexOf('/', 1);
        if (slash < 0) {
            return "/";
        }
        int start = slash;
        while (start + 1 < path.length() && path.charAt(start + 1) == '/') {
            start++;
        }
        return path.substring(start);
    }
}
