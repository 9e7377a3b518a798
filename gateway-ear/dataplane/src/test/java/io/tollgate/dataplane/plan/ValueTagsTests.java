package io.tollgate.dataplane.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTagsTests {
    private final ValueTags tags = new ValueTags(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);

    /** The authors' published vectors: the key is 00 to 0f, a message of n bytes is 00, 01, ... */
    @ParameterizedTest
    @CsvSource({
        "0, a3817f04ba25a8e66df67214c7550293",
        "1, da87c1d86b99af44347659119b22fc45",
        "2, 8177228da4a45dc7fca38bdef60affe4",
        "3, 9c70b60c5267a94e5f33b6b02985ed51",
        "8, 3b62a9ba6258f5610f83e264f31497b4",
        "15, 5493e99933b0a8117e08ec0f97cfc3d9"
    })
    void tags_are_those_of_the_reference(int length, String expected) {
        byte[] message = new byte[length];
        for (int i = 0; i < length; i++) {
            message[i] = (byte) i;
        }
        ValueTags.Tag tag = tags.of(message);
        byte[] bytes = ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(tag.first())
                .putLong(tag.last())
                .array();
        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(expected);
    }

    @Test
    void each_process_has_tags_of_its_own() {
        ValueTags one = ValueTags.random();
        assertThat(one.of("value")).isEqualTo(one.of("value")).isNotEqualTo(one.of("values"));
        assertThat(ValueTags.random().of("value")).isNotEqualTo(one.of("value"));
    }
}
