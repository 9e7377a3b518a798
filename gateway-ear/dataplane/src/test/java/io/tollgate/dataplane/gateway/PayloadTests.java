package io.tollgate.dataplane.gateway;

import static io.tollgate.dataplane.gateway.Definitions.integration;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import io.tollgate.spi.integration.IntegrationResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Content between client and integration: the tables of features 9.8, and compression. */
class PayloadTests extends OnAGateway {

    private void answering(String type, String content) {
        backend = request -> CompletableFuture.completedFuture(
                new IntegrationResponse(200, Headers.of("Content-Type", type), Body.of(bytes(content))));
    }

    @Nested
    class A_request {

        @ParameterizedTest
        @CsvSource(nullValues = "-", textBlock = """
                text/plain, -,                 hello,    hello
                text/plain, CONVERT_TO_TEXT,   hello,    hello
                text/plain, CONVERT_TO_BINARY, aGVsbG8=, hello
                image/png,  -,                 hello,    hello
                image/png,  CONVERT_TO_BINARY, hello,    hello
                image/png,  CONVERT_TO_TEXT,   hello,    aGVsbG8=
                """)
        void reaches_the_integration_as_its_type_and_the_handling_say(
                String type, @Nullable String handling, String content, String arrived) {
            deploy(new Definitions()
                    .binaryMediaTypes("image/*")
                    .method("POST", "/p", integration("HTTP", "http://b/p", handling, null, null)));
            assertThat(call("POST", "/test/p", Body.of(bytes(content)), "Content-Type", type)
                            .status())
                    .isEqualTo(200);
            assertThat(new String(
                            sent.getFirst()
                                    .body()
                                    .read(100)
                                    .toCompletableFuture()
                                    .join(),
                            StandardCharsets.UTF_8))
                    .isEqualTo(arrived);
        }

        @Test
        void that_is_no_base64_where_it_must_be_is_a_configuration_error() {
            deploy(new Definitions()
                    .method("POST", "/p", integration("HTTP", "http://b/p", "CONVERT_TO_BINARY", null, null)));
            assertThat(call("POST", "/test/p", Body.of(bytes("no base64!"))).status())
                    .isEqualTo(500);
        }

        @Test
        void that_is_binary_cannot_go_through_a_template() {
            deploy(new Definitions()
                    .binaryMediaTypes("application/json")
                    .method("POST", "/p", integration("HTTP", "http://b/p", null, null, "$input.body")));
            assertThat(call("POST", "/test/p", Body.of(bytes("{}"))).status()).isEqualTo(200);
            assertThat(call("POST", "/test/p", Body.of(bytes("{}")), "Content-Type", "application/json")
                            .status())
                    .isEqualTo(500);
        }
    }

    @Nested
    class A_response {

        @ParameterizedTest
        @CsvSource(nullValues = "-", textBlock = """
                text/plain, text/plain, -,                 aGVsbG8=, aGVsbG8=
                text/plain, text/plain, CONVERT_TO_BINARY, aGVsbG8=, hello
                text/plain, text/plain, CONVERT_TO_TEXT,   aGVsbG8=, aGVsbG8=
                text/plain, image/png,  -,                 aGVsbG8=, hello
                text/plain, image/png,  -,                 hello!,   hello!
                text/plain, image/png,  CONVERT_TO_BINARY, aGVsbG8=, hello
                text/plain, image/png,  CONVERT_TO_TEXT,   aGVsbG8=, aGVsbG8=
                image/png,  text/plain, -,                 hello,    aGVsbG8=
                image/png,  text/plain, CONVERT_TO_BINARY, hello,    hello
                image/png,  text/plain, CONVERT_TO_TEXT,   hello,    aGVsbG8=
                image/png,  image/png,  -,                 hello,    hello
                image/png,  image/png,  CONVERT_TO_BINARY, hello,    hello
                image/png,  image/png,  CONVERT_TO_TEXT,   hello,    aGVsbG8=
                """)
        void reaches_the_client_as_its_type_the_accepted_type_and_the_handling_say(
                String type, String accepted, @Nullable String handling, String content, String arrived) {
            deploy(new Definitions()
                    .binaryMediaTypes("image/png")
                    .method("GET", "/p", integration("HTTP", "http://b/p", null, handling, null)));
            answering(type, content);
            assertThat(text(call("GET", "/test/p", "Accept", accepted))).isEqualTo(arrived);
        }

        @Test
        void of_a_proxied_backend_is_base64_for_a_client_that_wants_text() {
            deploy(new Definitions()
                    .binaryMediaTypes("image/*")
                    .method("GET", "/p", integration("HTTP_PROXY", "http://b/p")));
            answering("image/png", "hello");
            assertThat(text(call("GET", "/test/p"))).isEqualTo("aGVsbG8=");
            assertThat(text(call("GET", "/test/p", "Accept", "image/gif"))).isEqualTo("hello");
        }
    }

    @Nested
    class Compression_of_an_api {
        private final String content = "tollgate ".repeat(20);

        private Answer answered(int minimum, @Nullable String accepted) {
            deploy(new Definitions()
                    .minimumCompressionSize(minimum)
                    .method("GET", "/p", integration("HTTP_PROXY", "http://b/p")));
            answering("text/plain", content);
            return accepted == null ? call("GET", "/test/p") : call("GET", "/test/p", "Accept-Encoding", accepted);
        }

        private static byte[] body(Answer answer) {
            return answer.body().read(10_000).toCompletableFuture().join();
        }

        @Test
        void gives_large_answers_in_the_coding_that_the_client_prefers() throws IOException {
            Answer gzip = answered(100, "deflate;q=0.5, gzip");
            assertThat(gzip.headers().get("Content-Encoding")).isEqualTo("gzip");
            assertThat(new GZIPInputStream(new ByteArrayInputStream(body(gzip))).readAllBytes())
                    .isEqualTo(bytes(content));
            Answer deflate = answered(100, "deflate, gzip;q=0.5");
            assertThat(deflate.headers().get("Content-Encoding")).isEqualTo("deflate");
            assertThat(new InflaterInputStream(new ByteArrayInputStream(body(deflate))).readAllBytes())
                    .isEqualTo(bytes(content));
        }

        @ParameterizedTest
        @ValueSource(strings = {"br", "br, gzip;q=0.9", "identity", "gzip;q=0", "gzip;q=x"})
        void leaves_answers_alone_if_the_client_prefers_something_else(String accepted) {
            assertThat(answered(100, accepted).headers().contains("Content-Encoding"))
                    .isFalse();
        }

        @Test
        void leaves_small_answers_and_silent_clients_alone() {
            assertThat(text(answered(1000, "gzip"))).isEqualTo(content);
            assertThat(text(answered(100, null))).isEqualTo(content);
        }

        private static byte[] gzip(String text) throws IOException {
            ByteArrayOutputStream buffer = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(buffer)) {
                out.write(bytes(text));
            }
            return buffer.toByteArray();
        }

        @Test
        void reads_compressed_requests() throws IOException {
            deploy(new Definitions()
                    .minimumCompressionSize(0)
                    .method("POST", "/p", integration("HTTP_PROXY", "http://b/p")));
            call("POST", "/test/p", Body.of(gzip("hello")), "Content-Encoding", "gzip");
            assertThat(sent.getFirst().body().read(100).toCompletableFuture().join())
                    .isEqualTo(bytes("hello"));
        }

        @Test
        void refuses_requests_that_are_not_what_they_say_or_become_too_large() throws IOException {
            deploy(new Definitions()
                    .minimumCompressionSize(0)
                    .method("POST", "/p", integration("HTTP_PROXY", "http://b/p")));
            assertThat(call("POST", "/test/p", Body.of(bytes("plain")), "Content-Encoding", "gzip")
                            .status())
                    .isEqualTo(400);
            assertThat(call("POST", "/test/p", Body.of(bytes("x")), "Content-Encoding", "br")
                            .status())
                    .isEqualTo(415);
            byte[] bomb = gzip("0".repeat(10_485_761));
            assertThat(call("POST", "/test/p", Body.of(bomb), "Content-Encoding", "gzip")
                            .status())
                    .isEqualTo(413);
            assertThat(sent).isEmpty();
        }
    }
}
