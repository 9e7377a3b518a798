package io.tollgate.controlplane.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.controlplane.testing.ControlPlane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiKeyOperationsTest {
    private static final String VALUE = "a-value-of-more-than-twenty-characters";

    private final ControlPlane plane = new ControlPlane();

    @AfterEach
    void stop() {
        plane.close();
    }

    private String create(String body) {
        return plane.json("POST", "/apikeys", body).path("id").asText();
    }

    private JsonNode patch(String id, String path, String value) {
        return plane.json(
                "PATCH",
                "/apikeys/" + id,
                "{\"patchOperations\":[{\"op\":\"replace\",\"path\":\"" + path + "\",\"value\":\"" + value + "\"}]}");
    }

    @Test
    void creationShowsTheValueAndIsDisabledUnlessAsked() {
        JsonNode key = plane.json("POST", "/apikeys", "{\"name\":\"one\"}");
        assertThat(key.path("value").asText()).hasSize(40).matches("[A-Za-z0-9]+");
        assertThat(key.path("enabled").asBoolean()).isFalse();
        assertThat(key.path("stageKeys").isArray()).isTrue();
        assertThat(key.has("tags")).isFalse();
    }

    @Test
    void theValueIsShownLaterOnlyWhenAskedFor() {
        String id = create("{\"value\":\"" + VALUE + "\",\"enabled\":true}");
        assertThat(plane.json("GET", "/apikeys/" + id, "").has("value")).isFalse();
        assertThat(plane.json("GET", "/apikeys/" + id + "?includeValue=true", "")
                        .path("value")
                        .asText())
                .isEqualTo(VALUE);
        assertThat(plane.json("GET", "/apikeys", "").at("/item/0").has("value")).isFalse();
        assertThat(plane.json("GET", "/apikeys?includeValues=true", "")
                        .at("/item/0/value")
                        .asText())
                .isEqualTo(VALUE);
    }

    @Test
    void oneValueBelongsToOneKeyUntilThatIsDeleted() {
        String id = create("{\"value\":\"" + VALUE + "\"}");
        assertThat(plane.refusal("POST", "/apikeys", "{\"value\":\"" + VALUE + "\"}"))
                .isEqualTo("409 ConflictException: API Key already exists");
        plane.call("DELETE", "/apikeys/" + id, "");
        assertThat(create("{\"value\":\"" + VALUE + "\"}")).isNotEqualTo(id);
        assertThat(plane.refusal("GET", "/apikeys/" + id, ""))
                .isEqualTo("404 NotFoundException: Invalid API Key identifier specified");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            short | API Key value should be at least 20 characters
            with blanks in a value of enough characters | API Key value must consist of printable ASCII characters without blanks
            """)
    void unusableValuesAreRefused(String value, String refusal) {
        assertThat(plane.refusal("POST", "/apikeys", "{\"value\":\"" + value + "\"}"))
                .isEqualTo("400 BadRequestException: " + refusal);
    }

    @Test
    void longValuesAreRefused() {
        assertThat(plane.refusal("POST", "/apikeys", "{\"value\":\"" + "x".repeat(129) + "\"}"))
                .isEqualTo("400 BadRequestException: API Key value exceeds maximum size of 128 characters");
    }

    @Test
    void whatIsNotABooleanDisables() {
        String id = create("{\"enabled\":true}");
        assertThat(patch(id, "/enabled", "not-a-boolean").path("enabled").asBoolean())
                .isFalse();
        assertThat(patch(id, "/enabled", "true").path("enabled").asBoolean()).isTrue();
    }

    @Test
    void unknownPathsListWhatCanBeChanged() {
        String id = create("{}");
        assertThat(plane.refusal(
                        "PATCH",
                        "/apikeys/" + id,
                        "{\"patchOperations\":[{\"op\":\"replace\",\"path\":\"/value\",\"value\":\"x\"}]}"))
                .isEqualTo("400 BadRequestException: Invalid patch path  '/value' specified for op 'replace'. "
                        + "Must be one of: [/description, /enabled, /name, /customerId]");
    }

    @Test
    void listsAreFilteredByTheBeginningOfTheName() {
        create("{\"name\":\"alpha\"}");
        create("{\"name\":\"beta\"}");
        JsonNode found = plane.json("GET", "/apikeys?name=al", "");
        assertThat(found.path("item")).hasSize(1);
        assertThat(found.at("/item/0/name").asText()).isEqualTo("alpha");
    }

    @Test
    void aTableIsImportedAndImportedAgainOverItself() {
        String plan =
                plane.json("POST", "/usageplans", "{\"name\":\"p\"}").path("id").asText();
        String table = "KEY,owner,Name,Enabled,usageplanIds,description\r\n"
                + VALUE + "1,ignored, one ,tRuE,\"" + plan + "\",\"says \"\"hi\"\"\"\n"
                + "\n"
                + VALUE + "2,,two,false,'" + plan + ",nosuch',\n";
        JsonNode first = plane.json("POST", "/apikeys?mode=import&format=csv", table);
        assertThat(first.path("ids")).hasSize(2);
        assertThat(first.path("warnings")).hasSize(1);
        assertThat(first.at("/warnings/0").asText()).isEqualTo("Line 3: Invalid Usage Plan ID specified");
        assertThat(plane.json("GET", "/usageplans/" + plan + "/keys", "").path("item"))
                .hasSize(2);
        String id = first.at("/ids/0").asText();
        JsonNode one = plane.json("GET", "/apikeys/" + id, "");
        assertThat(one.path("name").asText()).isEqualTo("one");
        assertThat(one.path("description").asText()).isEqualTo("says \"hi\"");
        assertThat(one.path("enabled").asBoolean()).isTrue();
        JsonNode again = plane.json("POST", "/apikeys?mode=import&format=csv", "name,key\nnew name," + VALUE + "1");
        assertThat(again.at("/ids/0").asText()).isEqualTo(id);
        assertThat(plane.json("GET", "/apikeys/" + id, "").path("name").asText())
                .isEqualTo("new name");
    }

    @Test
    void withFailOnWarningsNothingIsImported() {
        String table = "name,key\ngood," + VALUE + "\nbad,abc123\n";
        assertThat(plane.refusal("POST", "/apikeys?mode=import&format=csv&failonwarnings=true", table))
                .isEqualTo("400 BadRequestException: Warnings found during import: Line 3: API Key value should be at"
                        + " least 20 characters");
        assertThat(plane.json("GET", "/apikeys", "").path("item")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name,value\\na,b        | The header line must have the columns name and key
            name,key\\n"a,b         | A quoted cell does not end
            name,key\\n"a"b,c       | Text after a quoted cell at character 12
            """)
    void aTableThatIsNoneIsRefused(String table, String refusal) {
        assertThat(plane.refusal("POST", "/apikeys?mode=import&format=csv", table.replace("\\n", "\n")))
                .isEqualTo("400 BadRequestException: " + refusal);
    }
}
