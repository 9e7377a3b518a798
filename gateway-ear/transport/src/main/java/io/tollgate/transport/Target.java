package io.tollgate.transport;

import org.jspecify.annotations.Nullable;

/**
 * The parts of an absolute URI, cut without decoding or changing anything.
 *
 * @param secure whether it is https
 * @param host the host without brackets
 * @param port the port
 * @param authority host and port as written, for the Host field
 * @param requestTarget path and query as they will be sent
 */
record Target(boolean secure, String host, int port, String authority, String requestTarget) {

    /** The parts, or null if the text is no absolute http(s) URI. */
    static @Nullable Target of(String uri) {
        boolean secure = uri.regionMatches(true, 0, "https://", 0, 8);
        if (!secure && !uri.regionMatches(true, 0, "http://", 0, 7)) {
            return null;
        }
        int start = secure ? 8 : 7;
        int end = start;
        while (end < uri.length() && !endsAuthority(uri.charAt(end))) {
            end++;
        }
        String authority = uri.substring(start, end);
        int colon = authority.lastIndexOf(':');
        boolean hasPort = colon >= 0 && authority.indexOf(']', colon) < 0;
        String host = hasPort ? authority.substring(0, colon) : authority;
        int port = hasPort ? portOf(authority.substring(colon + 1)) : secure ? 443 : 80;
        if (host.isEmpty() || port < 1 || host.indexOf('@') >= 0 || !isPrintable(uri)) {
            return null;
        }
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return new Target(secure, bare, port, authority, requestTarget(uri, end));
    }

    private static boolean endsAuthority(char c) {
        return c == '/' || c == '?' || c == '#';
    }

    private static String requestTarget(String uri, int end) {
        int fragment = uri.indexOf('#', end);
        String target = fragment < 0 ? uri.substring(end) : uri.substring(end, fragment);
        return target.startsWith("/") ? target : "/" + target;
    }

    private static int portOf(String text) {
        if (text.isEmpty() || text.length() > 5) {
            return -1;
        }
        int port = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            port = port * 10 + digit;
        }
        return port <= 65_535 ? port : -1;
    }

    /** Nothing that would end the request line early. */
    private static boolean isPrintable(String uri) {
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (c <= ' ' || c >= 0x7F) {
                return false;
            }
        }
        return true;
    }
}
