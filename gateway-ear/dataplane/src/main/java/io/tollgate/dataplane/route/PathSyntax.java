package io.tollgate.dataplane.route;

import java.util.Locale;

/**
 * What two readers of a request's path could understand differently, so that every listener refuses it before a method is
 * chosen. Paths are undecoded and without the query.
 */
public final class PathSyntax {

    private PathSyntax() {}

    /** Whether a percent sign is not followed by two hex digits. */
    public static boolean hasBrokenEscape(String path) {
        for (int percent = path.indexOf('%'); percent >= 0; percent = path.indexOf('%', percent + 3)) {
            if (percent + 2 >= path.length()
                    || Character.digit(path.charAt(percent + 1), 16) < 0
                    || Character.digit(path.charAt(percent + 2), 16) < 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a query string has a pipe that is not escaped, which AWS does not take. */
    public static boolean hasPipe(String query) {
        return query.indexOf('|') >= 0;
    }

    /** Whether a segment is one dot or two, plain or escaped: a backend may resolve it. */
    public static boolean hasDotSegment(String path) {
        if (!path.contains("/.") && !path.contains("/%2")) {
            return false;
        }
        String plain = path.toLowerCase(Locale.ROOT).replace("%2e", ".");
        return plain.contains("/../") || plain.contains("/./") || plain.endsWith("/..") || plain.endsWith("/.");
    }
}
