package io.tollgate.controlplane.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.controlplane.testing.ControlPlane;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdkTypeOperationsTest {
    private static ControlPlane plane;

    @BeforeAll
    static void start() {
        plane = new ControlPlane();
    }

    @AfterAll
    static void stop() {
        plane.close();
    }

    @Test
    void allTypesAreListedSorted() {
        List<String> ids = plane.json("GET", "/sdktypes", "").path("item").findValuesAsText("id");
        assertThat(ids).containsExactly("android", "java", "javascript", "objectivec", "ruby", "swift");
        assertThat(plane.json("GET", "/sdktypes?limit=2", "").path("position").isTextual())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "android, groupId invokerPackage artifactId artifactVersion",
        "java, service.name java.package-name",
        "javascript, ''",
        "objectivec, classPrefix",
        "ruby, service.name",
        "swift, classPrefix"
    })
    void eachTypeNamesTheSettingsThatItNeeds(String id, String required) {
        JsonNode type = plane.json("GET", "/sdktypes/" + id, "");
        StringBuilder needed = new StringBuilder();
        for (JsonNode property : type.path("configurationProperties")) {
            if (property.path("required").asBoolean()) {
                needed.append(' ').append(property.path("name").asText());
            }
        }
        assertThat(needed.toString().strip()).isEqualTo(required);
    }

    @Test
    void anUnknownTypeIsNotFound() {
        assertThat(plane.refusal("GET", "/sdktypes/cobol", ""))
                .isEqualTo("404 NotFoundException: Invalid SDK type identifier specified");
    }
}
