package io.tollgate.dataplane.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenderCommandTests {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private int run(String... arguments) {
        return new RenderCommand(stream(out), stream(err)).run(arguments);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private int render(String template, String event) throws IOException {
        return run("--template", file("t.vtl", template), "--event", file("e.json", event));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void output_variables_and_overrides_are_printed() throws IOException {
        String template = "#set($who = $input.path('$.name'))#set($context.requestOverride.header.X = $who)"
                + "#set($context.responseOverride.status = 201)"
                + "$who $input.params('id') $input.params('q') $input.params('H') $context.identity.sourceIp $stageVariables.v";
        String event = """
                {"body": {"name": "Ä"}, "path": {"id": 7}, "query": {"q": "x"}, "headers": {"H": "h"},
                 "context": {"identity": {"sourceIp": "10.0.0.1"}}, "stageVariables": {"v": "blue"}}""";
        assertThat(render(template, event)).isZero();
        assertThat(printed()).isEqualTo("""
                --- output
                Ä 7 x h 10.0.0.1 blue
                --- variables
                $who = "Ä"
                --- overrides
                $context.requestOverride.header.X = "Ä"
                $context.responseOverride.status = 201
                """);
    }

    @Test
    void the_event_of_a_function_is_understood() throws IOException {
        String event = """
                {"resource": "/pets/{id}", "path": "/pets/1", "httpMethod": "POST", "headers": {"A": "1"},
                 "multiValueHeaders": {"A": ["0", "1"]}, "queryStringParameters": null,
                 "multiValueQueryStringParameters": {"q": ["first", "last"]}, "pathParameters": {"id": "1"},
                 "stageVariables": null, "requestContext": {"stage": "prod", "identity": {"user": null}},
                 "body": "eyJhIjoxfQ==", "isBase64Encoded": true}""";
        assertThat(render(
                        "$input.json('$.a')$input.params('id')$input.params('q')$input.params('A')$context.stage$context.identity.user.",
                        event))
                .isZero();
        assertThat(printed()).contains("11last1prod.");
    }

    @Test
    void without_an_event_the_request_is_empty() throws IOException {
        assertThat(run("--template", file("t.vtl", "$input.body"))).isZero();
        assertThat(printed()).contains("--- output\n{}\n");
    }

    @Nested
    class An_error_is_told_with_its_line_and_column {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "one~  #foreach($i in [1..1001])x#end|2:18|a range has more than 1000 items",
                    "one~two $input.json('$[')|2:12|Invalid JSON path: $[",
                    "#set($s = 'x')~~$s.matches('(')|3:4|bad regular expression: Unclosed group",
                    "one~$util.base64Decode('%')x$util.base64Decode('a')|2:31|base64Decode",
                    "one~x#include('x')|2:2|#include is not available",
                    "#if(true)~yes|2:|",
                })
        void where_there_is_one(String template, String place, String message) throws IOException {
            assertThat(render(template.replace('~', '\n'), "{}")).isEqualTo(1);
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .contains("t.vtl:" + place)
                    .contains(message == null ? "" : message);
            assertThat(printed()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json|the event is no JSON",
                "[1]|the event must be a JSON object",
                "{\"headers\": 1}|headers must be a JSON object",
                "{\"body\": \"%\", \"isBase64Encoded\": true}|body is no base 64",
            })
    void a_bad_event_is_refused_by_what_is_wrong_with_it(String event, String message) throws IOException {
        assertThat(render("x", event)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(message);
    }

    @Test
    void bad_options_are_refused() {
        assertThat(run("--file", "x")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(run("--template", folder.resolve("none").toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--file", "--template needs a file", "none");
    }
}
