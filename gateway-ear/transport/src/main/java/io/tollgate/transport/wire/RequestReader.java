package io.tollgate.transport.wire;

import io.tollgate.dataplane.route.PathSyntax;
import io.tollgate.spi.http.Headers;
import java.nio.charset.StandardCharsets;

/** Reads one request head. */
final class RequestReader {
    private static final byte[] VERSION_1_1 = " HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] VERSION_1_0 = " HTTP/1.0\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] VERSION = " HTTP/".getBytes(StandardCharsets.US_ASCII);

    private final HeadBytes head;
    private final Framing framing = new Framing();
    private final Headers headers = new Headers();

    RequestReader(HeadBytes head) {
        this.head = head;
    }

    RequestHead read(int maxTarget, int maxFields) {
        String method = method();
        int target = head.at;
        int targetEnd = target(maxTarget);
        boolean oldVersion = isOldVersion();
        fields(maxFields);
        framing.requireOneLength(oldVersion);
        String host = framing.requireHost(oldVersion);
        int path = target;
        if (head.bytes[target] != '/') {
            path = afterAuthority(target, targetEnd);
            host = head.text(authority(target, targetEnd), path);
        }
        requireHostCharacters(host);
        int question = path;
        while (question < targetEnd && head.bytes[question] != '?') {
            question++;
        }
        return new RequestHead(
                method,
                question == path ? "/" : path(path, question),
                question >= targetEnd ? "" : query(question + 1, targetEnd),
                host,
                headers,
                oldVersion,
                framing.isChunked() ? RequestHead.CHUNKED : Math.max(0, framing.length()),
                framing.keepsAlive(oldVersion),
                framing.expectsContinue() && !oldVersion);
    }

    private String path(int from, int to) {
        String path = head.text(from, to);
        if (PathSyntax.hasBrokenEscape(path)) {
            throw WireException.bad("broken percent escape in the path");
        }
        if (PathSyntax.hasDotSegment(path)) {
            throw WireException.bad("dot segments in the path");
        }
        return path;
    }

    private String query(int from, int to) {
        String query = head.text(from, to);
        if (PathSyntax.hasPipe(query)) {
            throw WireException.bad("a pipe in the query string that is not escaped");
        }
        return query;
    }

    private String method() {
        int from = head.at;
        while (Characters.isToken(head.current()) && head.at < head.end) {
            head.at++;
        }
        if (head.at == from || head.current() != ' ') {
            throw WireException.bad("the request line must begin with a method and a blank");
        }
        return methodName(from, head.at++);
    }

    private String methodName(int from, int to) {
        return switch (to - from) {
            case 3 ->
                head.bytes[from] == 'G' && head.bytes[from + 1] == 'E' && head.bytes[from + 2] == 'T'
                        ? "GET"
                        : head.text(from, to);
            default -> head.text(from, to);
        };
    }

    private int target(int maxTarget) {
        int from = head.at;
        while (head.at < head.end && Characters.isTarget(head.bytes[head.at])) {
            head.at++;
        }
        if (head.at == from) {
            throw WireException.bad("the request target is empty or has a character that must be encoded");
        }
        if (head.at - from > maxTarget) {
            throw new WireException(414, "Request URI too long");
        }
        return head.at;
    }

    private boolean isOldVersion() {
        if (head.pass(VERSION_1_1)) {
            return false;
        }
        if (head.pass(VERSION_1_0)) {
            return true;
        }
        int digits = head.at + VERSION.length;
        if (head.pass(VERSION) && digits + 5 <= head.end && isOtherVersion(digits)) {
            throw new WireException(505, "HTTP Version Not Supported");
        }
        throw WireException.bad("the request line must be a method, an encoded target and a version");
    }

    private boolean isOtherVersion(int digits) {
        byte[] bytes = head.bytes;
        return Character.isDigit(bytes[digits])
                && bytes[digits + 1] == '.'
                && Character.isDigit(bytes[digits + 2])
                && bytes[digits + 3] == '\r'
                && bytes[digits + 4] == '\n';
    }

    private void fields(int maxFields) {
        int first = head.at;
        int seen = 0;
        while (!head.isLineEnd()) {
            seen += field();
        }
        if (head.at + 2 != head.end || first > head.end) {
            throw WireException.bad("a line ends without CR LF");
        }
        if (seen > maxFields) {
            throw new WireException(431, "Request Header Fields Too Large");
        }
    }

    private int field() {
        int from = head.at;
        while (head.at < head.end && Characters.isToken(head.bytes[head.at])) {
            head.at++;
        }
        int nameEnd = head.at;
        if (nameEnd == from || head.current() != ':') {
            throw WireException.bad("a field must be a name, a colon and a value on one line");
        }
        head.at++;
        head.passBlanks();
        int valueStart = head.at;
        while (head.at < head.end && Characters.isValue(head.bytes[head.at])) {
            head.at++;
        }
        if (!head.isLineEnd()) {
            throw WireException.bad("a control character in a field, or a line that ends without CR LF");
        }
        int valueEnd = head.at;
        while (valueEnd > valueStart && Characters.isBlank(head.bytes[valueEnd - 1])) {
            valueEnd--;
        }
        head.at += 2;
        String value = head.text(valueStart, valueEnd);
        headers.add(head.text(from, nameEnd), value);
        framing.see(head, from, nameEnd, value);
        return nameEnd - from + value.length();
    }

    /** Where the authority of an absolute-form target begins (RFC 9112 3.2.2). */
    private int authority(int target, int targetEnd) {
        if (targetEnd - target > 7 && head.is(target, target + 7, "http://")) {
            return target + 7;
        }
        if (targetEnd - target > 8 && head.is(target, target + 8, "https://")) {
            return target + 8;
        }
        throw WireException.bad("the request target must begin with a slash");
    }

    private int afterAuthority(int target, int targetEnd) {
        int authority = authority(target, targetEnd);
        int end = authority;
        while (end < targetEnd && head.bytes[end] != '/' && head.bytes[end] != '?') {
            end++;
        }
        if (end == authority) {
            throw WireException.bad("the request target names no host");
        }
        return end;
    }

    private static void requireHostCharacters(String host) {
        for (int i = 0; i < host.length(); i++) {
            if (!Characters.isHost(host.charAt(i))) {
                throw WireException.bad("the host has a character that no host has");
            }
        }
    }
}
