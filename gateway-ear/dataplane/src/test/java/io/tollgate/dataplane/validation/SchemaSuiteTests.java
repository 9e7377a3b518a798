package io.tollgate.dataplane.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tollgate.dataplane.gateway.Definitions;
import io.tollgate.model.restapi.ApiDefinition;
import io.tollgate.model.restapi.Model;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Cases for the keywords of draft 4, in the format of the JSON Schema organisation's suite: our own, and that suite's folder
 * {@code tests/draft4} where {@code tollgate.schema-suite} names it.
 */
class SchemaSuiteTests {
    private static final JsonMapper JSON = new JsonMapper();

    /** What needs documents from elsewhere, which models never get: nothing is loaded from outside an API. */
    private static final Set<String> FROM_ELSEWHERE = Set.of("definitions.json", "refRemote.json");

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !FROM_ELSEWHERE.contains(String.valueOf(file.getFileName())))
                    .sorted()
                    .toList();
        }
    }

    private static BodySchema schema(String text) {
        ApiDefinition empty = new Definitions().stage().definition();
        Model model = new Model("id", "Body", null, text, "application/json");
        return new Schemas(
                        new ApiDefinition(empty.restApi(), List.of(), List.of(model), List.of(), List.of(), List.of()))
                .of("Body");
    }

    private static Stream<DynamicTest> tests(Path file) throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode group : JSON.readTree(file.toFile())) {
            String of = file.getFileName() + ": " + group.get("description").textValue() + ": ";
            for (JsonNode one : group.get("tests")) {
                tests.add(DynamicTest.dynamicTest(of + one.get("description").textValue(), () -> {
                    byte[] body = one.get("data").toString().getBytes(StandardCharsets.UTF_8);
                    BodySchema schema = schema(group.get("schema").toString());
                    assertThat(schema.fault(body).isEmpty())
                            .as("%s for %s", group.get("schema"), one.get("data"))
                            .isEqualTo(one.get("valid").booleanValue());
                }));
            }
        }
        return tests.stream();
    }

    private static Stream<DynamicTest> suite(Path folder, int atLeast) throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : files(folder)) {
            tests(file).forEach(tests::add);
        }
        assertThat(tests).hasSizeGreaterThanOrEqualTo(atLeast);
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> our_own_cases_are_obeyed() throws Exception {
        return suite(Path.of(SchemaSuiteTests.class.getResource("/schemas").toURI()), 90);
    }

    @TestFactory
    Stream<DynamicTest> the_suite_of_the_json_schema_organisation_is_obeyed() throws IOException {
        String folder = System.getProperty("tollgate.schema-suite");
        return folder == null ? Stream.empty() : suite(Path.of(folder), 500);
    }
}
