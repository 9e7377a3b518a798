package io.tollgate.transport.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTests {

    /** Reads what is there; the rest stays in the input. */
    private static String drain(BodyReader reader, ByteBuf input) {
        StringBuilder content = new StringBuilder();
        for (ByteBuf piece = reader.next(input); piece != null; piece = reader.next(input)) {
            content.append(piece.toString(StandardCharsets.ISO_8859_1));
            piece.release();
        }
        return content.toString();
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1);
    }

    /** The content when the text arrives in two pieces, for every place where it can be cut. */
    private static void assertContentHoweverSplit(String wire, String content, String rest) {
        for (int cut = 0; cut <= wire.length(); cut++) {
            BodyReader reader = BodyReader.chunked();
            ByteBuf input = Unpooled.buffer();
            input.writeBytes(bytes(wire.substring(0, cut)));
            String first = drain(reader, input);
            input.writeBytes(bytes(wire.substring(cut)));
            assertThat(first + drain(reader, input)).as("cut at %d", cut).isEqualTo(content);
            assertThat(reader.isDone()).isTrue();
            assertThat(input.toString(StandardCharsets.ISO_8859_1)).isEqualTo(rest);
        }
    }

    @Test
    void chunks_give_the_same_content_wherever_the_bytes_are_split() {
        assertContentHoweverSplit("3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n", "hello", "");
        assertContentHoweverSplit("0\r\n\r\nGET / HTTP/1.1\r\n", "", "GET / HTTP/1.1\r\n");
        assertContentHoweverSplit(
                "a;x=\"y;z\"\r\n0123456789\r\n00A ; q\r\n0123456789\r\n0\r\n\r\n", "01234567890123456789", "");
        assertContentHoweverSplit("1\r\n\n\r\n000\r\nTrailer: x\r\nOther:\r\n\r\nrest", "\n", "rest");
    }

    @Test
    void chunks_may_arrive_byte_by_byte() {
        BodyReader reader = BodyReader.chunked();
        StringBuilder content = new StringBuilder();
        ByteBuf input = Unpooled.buffer();
        for (char one : "5;e=1\r\nhello\r\n1\r\n!\r\n0\r\nT: v\r\n\r\n".toCharArray()) {
            assertThat(reader.isDone()).isFalse();
            content.append(drain(reader, input.writeByte(one)));
        }
        assertThat(content).hasToString("hello!");
        assertThat(reader.isDone()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|",
                ";x|",
                "g|",
                "-1|",
                "+1|",
                "0x1|",
                " 1|",
                "1 |",
                "1\t|",
                "1 2|",
                "1\n",
                "1\r\r\n",
                "1;a\u0000b|",
                "1;a\rb|",
                "1fffffffffff1|",
                "1|ab|",
                "1|a\n1|",
                "1|a\r1|",
                "0|Name|",
                "0|: v|",
                "0|A : v|",
                "0| folded: v|",
                "0|A: v\n",
                "0\r\n\n"
            })
    void chunks_that_two_readers_could_understand_differently_are_refused(String wire) {
        ByteBuf input = bytes(wire.replace("|", "\r\n"));
        assertThatThrownBy(() -> drain(BodyReader.chunked(), input))
                .isInstanceOfSatisfying(
                        WireException.class,
                        refused -> assertThat(refused.status()).isEqualTo(400));
    }

    @Test
    void lines_of_chunks_have_a_bound_before_they_end() {
        assertThatThrownBy(() -> drain(BodyReader.chunked(), bytes("1;" + "x".repeat(5_000))))
                .isInstanceOf(WireException.class);
        assertThatThrownBy(() ->
                        drain(BodyReader.chunked(), bytes("0\r\n" + ("T: " + "x".repeat(1_000) + "\r\n").repeat(11))))
                .isInstanceOfSatisfying(
                        WireException.class,
                        refused -> assertThat(refused.status()).isEqualTo(431));
    }

    @Test
    void a_chunk_tells_its_size_before_it_arrives() {
        BodyReader reader = BodyReader.chunked();
        assertThat(reader.next(bytes("ffff\r\n"))).isNull();
        assertThat(reader.announced()).isEqualTo(0xffff);
    }

    @Test
    void a_counted_body_leaves_what_follows_it() {
        BodyReader reader = BodyReader.counted(5);
        ByteBuf input = bytes("helloGET");
        assertThat(drain(reader, input)).isEqualTo("hello");
        assertThat(reader.isDone()).isTrue();
        assertThat(input.readableBytes()).isEqualTo(3);
    }

    @Test
    void only_a_body_without_a_length_is_complete_when_its_connection_ends() {
        BodyReader open = BodyReader.untilClose();
        assertThat(drain(open, bytes("all of it"))).isEqualTo("all of it");
        assertThat(open.isDone()).isFalse();
        assertThat(open.isDoneAtClose()).isTrue();
        assertThat(BodyReader.counted(1).isDoneAtClose()).isFalse();
        assertThat(BodyReader.chunked().isDoneAtClose()).isFalse();
    }
}
