package io.tollgate.model.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tollgate.model.restapi.Resource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OpenApiImportTest {
    private static final ImportOptions OPTIONS = ImportOptions.defaults(ImportCase.TARGET, Instant.EPOCH);

    @ParameterizedTest
    @MethodSource("io.tollgate.model.openapi.ImportCase#all")
    void readsEachCaseAsItSays(ImportCase each) {
        String actual;
        try {
            actual = ImportText.of(each.read());
        } catch (OpenApiException e) {
            actual = ImportText.of(e);
        }
        if ("write".equals(System.getProperty("tollgate.cases"))) {
            each.write(actual);
        } else {
            assertThat(actual).isEqualTo(each.expected());
        }
    }

    @Test
    void thereAreCasesToRead() {
        assertThat(ImportCase.all()).hasSizeGreaterThan(12);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    swagger | /v1/shop/ | ignore  | /pets
                    swagger | /v1/shop/ | prepend | /v1/shop/pets
                    swagger | /v1/shop/ | split   | /shop/pets
                    swagger | /v1       | split   | /pets
                    swagger | ''        | prepend | /pets
                    url     | https://a.example/v1/shop/?x | prepend | /v1/shop/pets
                    url     | https://a.example/v1/shop    | split   | /shop/pets
                    url     | https://a.example            | prepend | /pets
                    url     | /v1/shop                     | prepend | /v1/shop/pets
                    url     | https://{host}/{version}/x   | prepend | /seven/x/pets
                    variable| /base-var                    | prepend | /base-var/pets
                    variable| base-var/deep                | split   | /deep/pets
                    """)
    void takesTheBasePathAsToldTo(String kind, String written, String mode, String expected) {
        String head = switch (kind) {
            case "swagger" -> "swagger: '2.0'\nbasePath: '" + written + "'\n";
            case "url" ->
                "openapi: 3.0.1\nservers: [{url: '" + written
                        + "', variables: {host: {default: h.example}, version: {default: seven}}}]\n";
            default ->
                "openapi: 3.0.1\nservers: [{url: 'https://a.example/other', variables: {basePath: {default: '" + written
                        + "'}}}]\n";
        };
        ImportResult result = OpenApiImport.read(
                head + "info: {title: T, version: 1}\npaths: {/pets: {get: {responses: {}}}}",
                OPTIONS.with(Map.of("basepath", mode)));
        assertThat(result.draft().resources()).extracting(Resource::path).contains(expected);
        assertThat(result.draft().resources())
                .filteredOn(resource -> !resource.resourceMethods().isEmpty())
                .extracting(Resource::path)
                .containsExactly(expected);
    }

    @Nested
    class Refuses {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        {"swagger": "2.0",} | 1
                        {"swagger": "1.2", "apis": []} | 1
                        []                  | 1
                        ''                  | 1
                        just a text         | 1
                        openapi: 4.0.0      | 1
                        """)
        void whatIsNoOpenApi(String document, int line) {
            OpenApiException refusal = catchThrowableOfType(
                    OpenApiException.class, () -> OpenApiImport.read(document == null ? "" : document, OPTIONS));
            assertThat(refusal.reason()).isEqualTo(OpenApiException.Reason.UNREADABLE);
            assertThat(refusal).hasMessage("Invalid OpenAPI input.");
            assertThat(refusal.findings()).extracting(Finding::line).containsExactly(line);
        }

        @Test
        void anythingLargerThanSixMegabytes() {
            String document = "openapi: 3.0.1\n#" + "x".repeat(6 * 1024 * 1024);
            assertThatThrownBy(() -> OpenApiImport.read(document, OPTIONS))
                    .isInstanceOfSatisfying(
                            OpenApiException.class,
                            refusal -> assertThat(refusal.reason()).isEqualTo(OpenApiException.Reason.TOO_LARGE));
        }

        @ParameterizedTest
        @CsvSource({
            "basepath, drop, 'Invalid basepath specified. Valid options are ignore,prepend,split'",
            "endpointConfigurationTypes, MOON, 'Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE'",
            "ignore, models, 'Invalid ignore specified. Valid options are documentation'"
        })
        void parametersThatItDoesNotKnow(String name, String value, String message) {
            assertThatThrownBy(() -> OPTIONS.with(Map.of(name, value)))
                    .isInstanceOf(OpenApiException.class)
                    .hasMessage(message);
        }

        @Test
        void aNewApiWithoutAName() {
            ImportResult result = OpenApiImport.read("swagger: '2.0'\npaths: {}", OPTIONS);
            assertThat(result.warningMessages()).containsExactly("Parse issue: attribute info.title is missing");
            assertThatThrownBy(() -> result.create(new Ids())).isInstanceOf(OpenApiException.class);
        }
    }

    @Nested
    class ReadingDocumentation {
        @Test
        void takesTheExtensionOnly() {
            String document = ImportCase.named("documentation-extension").document();
            var read = OpenApiImport.readDocumentation(document, OPTIONS);
            assertThat(read.parts())
                    .extracting(part -> part.location().type())
                    .containsExactly("API", "METHOD", "RESPONSE");
            assertThat(read.warnings()).hasSize(3);
        }

        @Test
        void refusesOtherFilesInItsOwnWords() {
            assertThatThrownBy(() -> OpenApiImport.readDocumentation("{}", OPTIONS))
                    .hasMessage("Unable to build importer with provided input.");
        }

        @Test
        void failsOnWarningsIfToldTo() {
            String document = ImportCase.named("documentation-extension").document();
            assertThatThrownBy(() ->
                            OpenApiImport.readDocumentation(document, OPTIONS.with(Map.of("failonwarnings", "true"))))
                    .hasMessageStartingWith("Warnings found during import:\n\tInvalid documentation part location.");
        }
    }

    @Test
    void readsSixMegabytesOfModels() {
        StringBuilder document =
                new StringBuilder("{\"openapi\":\"3.0.1\",\"info\":{\"title\":\"T\",\"version\":\"1\"},\"paths\":{},"
                        + "\"components\":{\"schemas\":{");
        for (int i = 0; document.length() < 6 * 1024 * 1024 - 1000; i++) {
            document.append(i == 0 ? "" : ",")
                    .append("\"M" + i + "\":{\"type\":\"object\",\"description\":\"" + "d".repeat(500) + "\"}");
        }
        ImportResult result = OpenApiImport.read(document.append("}}}").toString(), OPTIONS);
        assertThat(result.draft().models()).hasSizeGreaterThan(10_000);
        assertThat(result.warnings()).isEqualTo(List.of());
    }
}
