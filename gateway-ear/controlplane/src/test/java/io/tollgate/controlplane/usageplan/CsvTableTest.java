package io.tollgate.controlplane.usageplan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTableTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
            plain                 | plain
            two words             | two words
            a,b                   | "a,b"
            say "hi"              | "say ""hi""\\"
            line\\nbreak          | "line\\nbreak"
            § padded §            | " padded "
            =1+1                  | '=1+1
            +49 30 1234           | '+49 30 1234
            -5                    | '-5
            @SUM(A1)              | '@SUM(A1)
            =HYPERLINK("x","y")   | "'=HYPERLINK(""x"",""y"")"
            § =1+1§               | ' =1+1
            \\t=1                 | '\\t=1
            \uFF1D1+1             | '\uFF1D1+1
            a=b                   | a=b
            """)
    void cellsAreQuotedAsRfc4180SaysAndNeverFormulas(String value, String cell) {
        String plain = value.replace("\\n", "\n").replace("\\t", "\t");
        String expected = cell.replace("\\n", "\n").replace("\\t", "\t").replace("\\\"", "\"");
        assertThat(new CsvTable("x").line(plain, "y").text()).isEqualTo("x\r\n" + expected + ",y\r\n");
    }
}
