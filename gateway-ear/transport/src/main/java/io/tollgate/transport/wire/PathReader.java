package io.tollgate.transport.wire;

/**
 * Finds the end of a request's path and refuses what two readers could understand differently: a percent sign that is no
 * escape, and dot segments, which a backend may resolve after the gateway has chosen a method.
 *
 * @param bytes the head
 * @param limit the end of the target
 */
record PathReader(byte[] bytes, int limit) {

    /** The index of the question mark, or the end of the target. */
    int end(int start) {
        int at = start;
        while (at < limit && bytes[at] != '?') {
            if (bytes[at] == '%' && !isEscape(at)) {
                throw WireException.bad("broken percent escape in the path");
            }
            if (bytes[at] == '/' && isDotSegment(at + 1)) {
                throw WireException.bad("dot segments in the path");
            }
            at++;
        }
        return at;
    }

    private boolean isEscape(int percent) {
        return percent + 2 < limit
                && Character.digit(bytes[percent + 1], 16) >= 0
                && Character.digit(bytes[percent + 2], 16) >= 0;
    }

    private boolean isDotSegment(int segment) {
        int afterOne = afterDot(segment);
        if (afterOne == segment) {
            return false;
        }
        int afterTwo = afterDot(afterOne);
        return afterTwo == limit || bytes[afterTwo] == '/' || bytes[afterTwo] == '?';
    }

    private int afterDot(int at) {
        if (at < limit && bytes[at] == '.') {
            return at + 1;
        }
        boolean escaped = at + 2 < limit
                && bytes[at] == '%'
                && bytes[at + 1] == '2'
                && (bytes[at + 2] == 'e' || bytes[at + 2] == 'E');
        return escaped ? at + 3 : at;
    }
}
