package io.tollgate.transport.wire;

import io.tollgate.spi.http.Headers;
import java.nio.charset.StandardCharsets;

/** Reads one response head. */
final class ResponseReader {
    private static final byte[] VERSION = "HTTP/1.".getBytes(StandardCharsets.US_ASCII);

    private final HeadBytes head;
    private final Framing framing = new Framing();
    private final Headers headers = new Headers();

    ResponseReader(HeadBytes head) {
        this.head = head;
    }

    ResponseHead read() {
        if (!head.pass(VERSION) || !Character.isDigit(head.current())) {
            throw WireException.bad("the answer does not begin with HTTP/1");
        }
        boolean oldVersion = head.bytes[head.at++] == '0';
        int status = status();
        while (!isAtLineEnd()) {
            field();
        }
        framing.requireOneLength(oldVersion);
        long length = framing.isChunked()
                ? ResponseHead.CHUNKED
                : framing.length() >= 0 ? framing.length() : ResponseHead.UNTIL_CLOSE;
        return new ResponseHead(status, headers, length, framing.keepsAlive(oldVersion));
    }

    private int status() {
        if (head.current() != ' ' || head.end - head.at < 5) {
            throw WireException.bad("the answer has no status");
        }
        head.at++;
        int status = 0;
        for (int i = 0; i < 3; i++) {
            int digit = head.bytes[head.at++] - '0';
            if (digit < 0 || digit > 9) {
                throw WireException.bad("the answer's status is no number");
            }
            status = status * 10 + digit;
        }
        if (status < 100 || status > 599 || !(Characters.isBlank(head.current()) || isAtLineEnd())) {
            throw WireException.bad("the answer's status is not between 100 and 599");
        }
        skipValue();
        passLineEnd();
        return status;
    }

    private void field() {
        int from = head.at;
        while (head.at < head.end && Characters.isToken(head.bytes[head.at])) {
            head.at++;
        }
        int nameEnd = head.at;
        head.passBlanks();
        if (nameEnd == from || head.current() != ':') {
            throw WireException.bad("a field must be a name, a colon and a value");
        }
        head.at++;
        String value = value();
        while (head.at < head.end && Characters.isBlank(head.bytes[head.at])) {
            value = value + ' ' + value();
        }
        headers.add(head.text(from, nameEnd), value);
        framing.see(head, from, nameEnd, value);
    }

    private String value() {
        head.passBlanks();
        int from = head.at;
        skipValue();
        int to = head.at;
        while (to > from && Characters.isBlank(head.bytes[to - 1])) {
            to--;
        }
        passLineEnd();
        return head.text(from, to);
    }

    private void skipValue() {
        while (head.at < head.end && Characters.isValue(head.bytes[head.at])) {
            head.at++;
        }
    }

    private boolean isAtLineEnd() {
        return head.isLineEnd() || head.current() == '\n';
    }

    private void passLineEnd() {
        if (!isAtLineEnd()) {
            throw WireException.bad("a control character in the answer's head");
        }
        head.at += head.current() == '\n' ? 1 : 2;
    }
}
