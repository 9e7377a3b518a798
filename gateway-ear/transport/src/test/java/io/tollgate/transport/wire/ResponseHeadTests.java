package io.tollgate.transport.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseHeadTests {

    private static ResponseHead read(String lines) {
        byte[] bytes = lines.replace("|", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        return ResponseHead.read(bytes, bytes.length);
    }

    @Test
    void keeps_the_fields_as_they_were_sent() {
        ResponseHead head = read("HTTP/1.1 201 Created|x-A: 1|X-a:2|Content-Length: 3||");
        assertThat(head.status()).isEqualTo(201);
        assertThat(head.headers().toString()).isEqualTo("x-A: 1\nX-a: 2\nContent-Length: 3\n");
        assertThat(head.length()).isEqualTo(3);
        assertThat(head.keepsAlive()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1 200 OK|Transfer-Encoding: chunked||, -1, true",
        "HTTP/1.1 200||, -2, true",
        "HTTP/1.1 200 |Connection: close||, -2, false",
        "HTTP/1.0 200 OK|Content-Length: 1||, 1, false",
        "HTTP/1.0 200 OK|Content-Length: 1|Connection: keep-alive||, 1, true"
    })
    void tells_how_the_answer_ends(String lines, long length, boolean keepsAlive) {
        assertThat(read(lines).length()).isEqualTo(length);
        assertThat(read(lines).keepsAlive()).isEqualTo(keepsAlive);
    }

    @Test
    void may_come_from_an_old_backend_with_bare_line_feeds_and_folded_values() {
        ResponseHead head = read("HTTP/1.1 200 OK\nX-Long: a\n  b\nContent-Length : 2\n\n");
        assertThat(head.headers().get("x-long")).isEqualTo("a b");
        assertThat(head.length()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/2 200 OK||",
                "ICY 200 OK||",
                "HTTP/1.1 20 OK||",
                "HTTP/1.1 099 X||",
                "HTTP/1.1 600 X||",
                "HTTP/1.1 2000 X||",
                "HTTP/1.1 abc X||",
                "HTTP/1.1\t200 OK||",
                "HTTP/1.1 200 OK|NoColon||",
                "HTTP/1.1 200 OK|: v||",
                "HTTP/1.1 200 OK|A: \u0000||",
                "HTTP/1.1 200 OK|A: x\ry||",
                "HTTP/1.1 200 OK|Content-Length: 1|Content-Length: 2||",
                "HTTP/1.1 200 OK|Content-Length: 1|Transfer-Encoding: chunked||",
                "HTTP/1.1 200 OK|Content-Length: -1||",
                "HTTP/1.1 200 OK|Transfer-Encoding: gzip||",
                "HTTP/1.0 200 OK|Transfer-Encoding: chunked||"
            })
    void is_refused_where_it_is_no_head_or_its_end_is_ambiguous(String lines) {
        assertThatThrownBy(() -> read(lines)).isInstanceOf(WireException.class);
    }
}
