package io.tollgate.model.openapi.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SourceDocumentTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    a: 1            | {"a":1}
                    a: 1.10         | {"a":1.10}
                    a: "1"          | {"a":"1"}
                    a: on           | {"a":"on"}
                    a: 2026-01-02   | {"a":"2026-01-02"}
                    a: 007          | {"a":"007"}
                    a: true         | {"a":true}
                    a: ~            | {"a":null}
                    a:              | {"a":null}
                    a: 1e3          | {"a":1E+3}
                    a: 12345678901  | {"a":12345678901}
                    a: !!str 1      | {"a":"1"}
                    200: {}         | {"200":{}}
                    a: [1, {b: 2}]  | {"a":[1,{"b":2}]}
                    a: .nan         | {"a":".nan"}
                    """)
    void readsYamlAsVersion12(String yaml, String json) throws Exception {
        assertThat(SourceDocument.read(yaml).root()).hasToString(json);
    }

    @Test
    void remembersTheLinesOfMembersInJsonAndYaml() throws Exception {
        for (String text : new String[] {"a:\n  b: 1\n  c:\n  - x\n", "{\"a\":\n {\"b\": 1,\n \"c\":[\n\"x\"]}}"}) {
            SourceDocument document = SourceDocument.read(text);
            JsonNode a = document.root().path("a");
            assertThat(document.lines().of(a)).isEqualTo(2);
            assertThat(document.lines().of(a, "b")).isEqualTo(2);
            assertThat(document.lines().of(a, "c")).isEqualTo(3);
            assertThat(document.lines().of(a, "missing")).isEqualTo(2);
        }
    }

    @Test
    void mergesMapsByTheirKey() throws Exception {
        String text = "x: &x {a: 1, b: 1}\ny: &y {b: 2, c: 2}\nz: {<<: [*x, *y], c: 3}\n";
        assertThat(SourceDocument.read(text).root().path("z")).hasToString("{\"c\":3,\"a\":1,\"b\":1}");
    }

    @Nested
    class Refuses {
        static Stream<Arguments> bad() {
            return Stream.of(
                    Arguments.of("a tab", "a:\n\tb: 1", 2),
                    Arguments.of("an unclosed quote", "a: 1\nb: \"x", 2),
                    Arguments.of("an unknown tag", "a: 1\nb: !Sub x", 2),
                    Arguments.of("a Java tag", "a: !!javax.script.ScriptEngineManager {}", 1),
                    Arguments.of("a recursive alias", "a: &a\n  b: *a", 2),
                    Arguments.of("a second document", "a: 1\n---\nb: 1", 2),
                    Arguments.of("a map as key", "? {a: 1}\n: b", 1),
                    Arguments.of("merging a text", "a: {<<: x}", 1),
                    Arguments.of("deep YAML", "a: " + "[".repeat(5000) + "]".repeat(5000), 1),
                    Arguments.of("deep JSON", "{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}", 1),
                    Arguments.of("text after JSON", "{}\n{}", 2),
                    Arguments.of("a comma too many", "{\"a\":\n[1,]}", 2),
                    Arguments.of("JSON that ends early", "{\n\"a\":", 2));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("bad")
        void whatItCannotRead(String what, String text, int line) {
            UnreadableDocumentException refusal =
                    catchThrowableOfType(UnreadableDocumentException.class, () -> SourceDocument.read(text));
            assertThat(refusal).as(what).isNotNull();
            assertThat(refusal.line()).isEqualTo(line);
        }

        @Test
        void aliasesThatWouldExplode() {
            StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
            for (int i = 1; i < 12; i++) {
                bomb.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(9) + "*a" + (i - 1) + "]\n");
            }
            UnreadableDocumentException refusal =
                    catchThrowableOfType(UnreadableDocumentException.class, () -> SourceDocument.read(bomb.toString()));
            assertThat(refusal).hasMessage("Too many nodes, aliases written out");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"a":1,"b":[],"c":{},"d":null}
                    {"a":{"b":[1,{"c":2,"d":{"e":3}},[4,[5]],{}]}}
                    {"200":{"on":true},"x y":"a\\nb \\"c\\" #d: \\u00e9","/a/{b}":"","$ref":"#/x","a.b-c+d":"*"}
                    [{"a":1},{"b":2}]
                    "text"
                    {}
                    {"~":1,"":2,"- a":3,"a: b":4,"#":5,"null":6,"1":7,"y":8}
                    """)
    void writesYamlThatReadsAsTheSameTree(String json) throws Exception {
        JsonNode tree = new JsonMapper().readTree(json);
        assertThat(SourceDocument.read(YamlWriter.write(tree)).root()).hasToString(tree.toString());
    }

    @Test
    void writesYamlLikeAws() throws Exception {
        String json = "{\"info\":{\"title\":\"T\"},\"servers\":[{\"url\":\"u\",\"port\":1}],\"content\":{}}";
        assertThat(YamlWriter.write(new JsonMapper().readTree(json)))
                .isEqualTo("---\ninfo:\n  title: \"T\"\nservers:\n- url: \"u\"\n  port: 1\ncontent: {}\n");
    }
}
