package io.tollgate.transport.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadTests {
    private static final int MOST = 1_000;

    private static RequestHead read(String lines) {
        byte[] bytes = lines.replace("|", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        return RequestHead.read(bytes, bytes.length, MOST, MOST);
    }

    @Test
    void keeps_everything_as_it_was_sent() {
        RequestHead head = read("PATCH /a%2f//;x?q=%zz&?r HTTP/1.1|hOSt: h:81|X-One:  a b \t|x-one:|X-Two: \u00e9||");
        assertThat(head.method()).isEqualTo("PATCH");
        assertThat(head.path()).isEqualTo("/a%2f//;x");
        assertThat(head.query()).isEqualTo("q=%zz&?r");
        assertThat(head.host()).isEqualTo("h:81");
        assertThat(head.headers().toString()).isEqualTo("hOSt: h:81\nX-One: a b\nx-one: \nX-Two: \u00e9\n");
        assertThat(head.length()).isZero();
        assertThat(head.keepsAlive()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Length: 5, 5",
        "Content-Length: 0, 0",
        "content-length:  007  , 7",
        "Transfer-Encoding: chunked, -1",
        "TRANSFER-ENCODING: Chunked, -1",
        "X: y, 0"
    })
    void tells_the_length_of_the_body(String field, long length) {
        assertThat(read("POST / HTTP/1.1|Host: h|" + field + "||").length()).isEqualTo(length);
    }

    @ParameterizedTest
    @CsvSource({
        "1.1, X: y, true",
        "1.1, Connection: close, false",
        "1.1, 'Connection: TE, Close', false",
        "1.1, Connection: upgrade, true",
        "1.0, X: y, false",
        "1.0, Connection: Keep-Alive, true"
    })
    void tells_whether_the_client_goes_on(String version, String field, boolean goesOn) {
        assertThat(read("GET / HTTP/" + version + "|Host: h|" + field + "||").keepsAlive())
                .isEqualTo(goesOn);
    }

    @ParameterizedTest
    @CsvSource({
        "http://other:8/p?q, other:8, /p, q",
        "HTTP://other/, other, /, ''",
        "https://other, other, /, ''",
        "http://other?q, other, /, q",
    })
    void takes_the_host_from_an_absolute_target(String target, String host, String path, String query) {
        RequestHead head = read("GET " + target + " HTTP/1.1|Host: h||");
        assertThat(head.host()).isEqualTo(host);
        assertThat(head.path()).isEqualTo(path);
        assertThat(head.query()).isEqualTo(query);
    }

    @Test
    void waits_for_100_only_in_the_version_that_knows_it() {
        assertThat(read("PUT / HTTP/1.1|Host: h|Expect: 100-Continue||").expectsContinue())
                .isTrue();
        assertThat(read("PUT / HTTP/1.0|Host: h|Expect: 100-continue||").expectsContinue())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1|Host: h|Content-Length: 1|Transfer-Encoding: chunked||",
                "GET / HTTP/1.1|Host: h|Content-Length: 1|content-length: 1||",
                "GET / HTTP/1.1|Host: h|Content-Length: 0x1||",
                "GET / HTTP/1.1|Host: h|Content-Length: 1 1||",
                "GET / HTTP/1.1|Host: h|Content-Length: \u00b2||",
                "GET / HTTP/1.1|Host: h|Content-Length: 9999999999999999999||",
                "GET / HTTP/1.1|Host: h|Transfer-Encoding: xchunked||",
                "GET / HTTP/1.1|Host: h|Transfer-Encoding:||",
                "GET / HTTP/1.1|Host: h|Transfer-Encoding: \u000bchunked||",
                "GET / HTTP/1.1|Host: h|Transfer-Encoding : chunked||",
                "GET / HTTP/1.1|Host: h|Transfer-Encoding\u0000: chunked||",
                "GET / HTTP/1.1|Host: h|Transfer-Encoding: chunked\n||",
                "GET / HTTP/1.1|Host: h|X: y\rTransfer-Encoding: chunked||",
                "GET / HTTP/1.1|Host: h|X: y\r\r\n||",
                "GET / HTTP/1.1|Host: h|\tfolded||",
                "GET / HTTP/1.1|Host: a b||",
                "GET / HTTP/1.1|Host: a/b||",
                "GET / HTTP/1.1|Host: u@h||",
                "GET / HTTP/1.1|X: y||",
                "GET / HTTP/1.1\nHost: h||",
                "GET /\u007f HTTP/1.1|Host: h||",
                "GET /\u00e9 HTTP/1.1|Host: h||",
                "GET /#f HTTP/1.1|Host: h||",
                "GET relative HTTP/1.1|Host: h||",
                "GET http:///p HTTP/1.1|Host: h||",
                "GET * HTTP/1.1|Host: h||",
                "CONNECT h:443 HTTP/1.1|Host: h||",
                "GET / HTTP/1.1 |Host: h||",
                "GET / http/1.1|Host: h||",
                "GET / HTTP/1.10|Host: h||",
                "GET\t/ HTTP/1.1|Host: h||",
                "G{T / HTTP/1.1|Host: h||",
                " GET / HTTP/1.1|Host: h||",
                "GET|Host: h||"
            })
    void is_refused_with_400_where_it_is_ambiguous_or_malformed(String lines) {
        assertThatThrownBy(() -> read(lines))
                .isInstanceOfSatisfying(
                        WireException.class,
                        refused -> assertThat(refused.status()).isEqualTo(400));
    }

    @ParameterizedTest
    @CsvSource({"HTTP/2.0, 505", "HTTP/1.2, 505", "HTTP/0.9, 505", "HTTP/a.b, 400", "HTTP/11, 400"})
    void of_another_version_is_refused(String version, int status) {
        assertThatThrownBy(() -> read("GET / " + version + "|Host: h||"))
                .isInstanceOfSatisfying(
                        WireException.class,
                        refused -> assertThat(refused.status()).isEqualTo(status));
    }

    @Test
    void beyond_a_limit_is_refused_by_the_limits_own_status() {
        assertThatThrownBy(() -> read("GET /" + "a".repeat(MOST) + " HTTP/1.1|Host: h||"))
                .isInstanceOfSatisfying(
                        WireException.class,
                        refused -> assertThat(refused.status()).isEqualTo(414));
        assertThatThrownBy(() -> read("GET / HTTP/1.1|Host: h|X: " + "a".repeat(MOST) + "||"))
                .isInstanceOfSatisfying(
                        WireException.class,
                        refused -> assertThat(refused.status()).isEqualTo(431));
    }

    @Test
    void ends_at_its_blank_line_wherever_the_bytes_are_split() {
        byte[] whole = "GET / HTTP/1.1\r\nHost: h\r\n\r\nrest".getBytes(StandardCharsets.US_ASCII);
        for (int arrived = 0; arrived <= whole.length; arrived++) {
            ByteBuf buffer = Unpooled.wrappedBuffer(whole, 0, arrived);
            assertThat(RequestHead.end(buffer, 0)).as("after %d bytes", arrived).isEqualTo(arrived < 27 ? -1 : 27);
        }
    }

    @Test
    void cut_anywhere_before_its_end_is_never_taken_for_a_whole_one() {
        byte[] whole = "POST http://h/p?q HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII);
        for (int length = 0; length < whole.length; length++) {
            int cut = length;
            assertThatThrownBy(() -> RequestHead.read(whole, cut, MOST, MOST))
                    .as("cut after %d bytes", cut)
                    .isInstanceOf(WireException.class);
        }
    }
}
