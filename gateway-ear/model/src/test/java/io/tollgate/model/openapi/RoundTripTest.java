package io.tollgate.model.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tollgate.model.documentation.DocumentationPart;
import io.tollgate.model.documentation.DocumentationSnapshot;
import io.tollgate.model.documentation.DocumentationVersion;
import io.tollgate.model.openapi.OpenApiExport.Exported;
import io.tollgate.model.restapi.ApiDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is exported and imported again is the same API: over itself to the last id, anew to the last name. */
class RoundTripTest {
    private static final int GENERATED = 60;

    static Stream<Arguments> documents() {
        return ImportCase.all().stream()
                .filter(each -> !each.file().getFileName().toString().startsWith("refused"))
                .flatMap(each -> forms(each));
    }

    static Stream<Arguments> generated() {
        return LongStream.range(0, GENERATED).boxed().flatMap(RoundTripTest::forms);
    }

    private static Stream<Arguments> forms(Object subject) {
        return Stream.of(ExportType.values())
                .flatMap(type -> Stream.of(Arguments.of(subject, type, false), Arguments.of(subject, type, true)));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void importedDocumentsComeBack(ImportCase each, ExportType type, boolean yaml) {
        ImportResult first = each.read();
        ApiDefinition definition = first.create(new Ids());
        List<DocumentationPart> parts = DocumentationMerge.overwrite(List.of(), first.documentation(), new Ids());
        ImportResult second = again(definition, parts, type, yaml);
        assertSame(second.overwrite(definition, new Ids()), definition);
        assertThat(canonical(DocumentationMerge.overwrite(parts, second.documentation(), new Ids())))
                .containsExactlyInAnyOrderElementsOf(canonical(parts));
    }

    @ParameterizedTest
    @MethodSource("generated")
    void generatedApisComeBack(long seed, ExportType type, boolean yaml) {
        ApiDefinition definition = GeneratedApis.of(seed, type);
        ImportResult read = again(definition, List.of(), type, yaml);
        assertSame(read.overwrite(definition, new Ids()), definition);
        assertThat(again(read.create(new Ids()), List.of(), type, yaml).draft().resources())
                .isEqualTo(again(read.create(new Ids()), List.of(), type, !yaml)
                        .draft()
                        .resources());
    }

    @ParameterizedTest
    @MethodSource("generated")
    void mergingAnApiIntoItselfChangesNothing(long seed, ExportType type, boolean yaml) {
        ApiDefinition definition = GeneratedApis.of(seed, type);
        assertSame(again(definition, List.of(), type, yaml).mergeInto(definition, new Ids()), definition);
    }

    @Test
    void theseAreEnoughToMeanSomething() {
        assertThat(documents()).hasSizeGreaterThan(40);
        assertThat(generated()
                        .map(arguments -> GeneratedApis.of((Long) arguments.get()[0], ExportType.OAS30)))
                .anyMatch(definition -> definition.resources().size() > 5
                        && definition.authorizers().size() > 1
                        && definition.models().size() > 2);
    }

    private static ImportResult again(
            ApiDefinition definition, List<DocumentationPart> parts, ExportType type, boolean yaml) {
        Exported exported = OpenApiExport.write(
                definition,
                SampleStage.LOCAL,
                new ExportOptions(
                        type,
                        yaml,
                        Set.of(ExportExtension.APIGATEWAY, ExportExtension.DOCUMENTATION),
                        "h.example",
                        Instant.EPOCH,
                        new DocumentationSnapshot(new DocumentationVersion("v1", Instant.EPOCH, null), parts)));
        return OpenApiImport.read(exported.body(), ImportOptions.defaults(ImportCase.TARGET, Instant.EPOCH));
    }

    private static void assertSame(ApiDefinition actual, ApiDefinition expected) {
        assertThat(actual.restApi()).isEqualTo(expected.restApi());
        assertThat(actual.resources()).isEqualTo(expected.resources());
        assertThat(actual.models()).containsExactlyInAnyOrderElementsOf(expected.models());
        assertThat(actual.requestValidators()).containsExactlyInAnyOrderElementsOf(expected.requestValidators());
        assertThat(actual.authorizers()).containsExactlyInAnyOrderElementsOf(expected.authorizers());
        assertThat(actual.gatewayResponses()).containsExactlyInAnyOrderElementsOf(expected.gatewayResponses());
    }

    /** Parts with their properties as JSON, however they were laid out. */
    private static List<List<Object>> canonical(List<DocumentationPart> parts) {
        List<List<Object>> canonical = new ArrayList<>();
        for (DocumentationPart part : parts) {
            try {
                canonical.add(List.of(part.id(), part.location(), new JsonMapper().readTree(part.properties())));
            } catch (JsonProcessingException e) {
                throw new AssertionError(e);
            }
        }
        return canonical;
    }
}
