package io.tollgate.transport.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadWriterTests {
    private final HeadWriter writer = new HeadWriter();

    private String written() {
        ByteBuf bytes = Unpooled.buffer();
        writer.writeTo(bytes);
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    @Test
    void writes_lines_and_grows_as_needed() {
        String large = "v".repeat(10_000);
        writer.begin()
                .visible("GET")
                .raw(new byte[] {' '})
                .field("X-A", large)
                .field(new byte[] {'L', ':'}, 1_024)
                .lineEnd();
        assertThat(written()).isEqualTo("GET X-A: " + large + "\r\nL:1024\r\n\r\n");
        assertThat(writer.size()).isEqualTo(written().length());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 9, 10, 99, 100, 10_485_760, Long.MAX_VALUE})
    void writes_numbers(long number) {
        writer.begin().field(new byte[0], number);
        assertThat(written()).isEqualTo(number + "\r\n");
    }

    @Test
    void keeps_latin_1_and_marks_what_is_beyond() {
        writer.begin().field("A", "\u00e9\t\u20ac");
        assertThat(written()).isEqualTo("A: \u00e9\t?\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb", "a\nb", "a\u0000", "\u007f"})
    void refuses_a_value_that_would_break_the_head(String value) {
        assertThatThrownBy(() -> writer.begin().field("Secret", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a:", "a\r\n", "\u00e9", "\u0141"})
    void refuses_a_name_that_is_none(String name) {
        assertThatThrownBy(() -> writer.begin().field(name, "v")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a b", "/a\r\n", "/\u00e9", "/\u0120"})
    void refuses_a_target_that_is_not_visible_ascii(String target) {
        assertThatThrownBy(() -> writer.begin().visible(target)).isInstanceOf(IllegalArgumentException.class);
    }
}
