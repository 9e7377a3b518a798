package io.tollgate.model.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.model.documentation.DocumentationPartType.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentationTest {
    private static final Documentation PARTS = new Documentation(List.of(
            part("api", "API", null, null, null, null),
            part("pet", "MODEL", null, null, null, "Pet"),
            part("pets", "RESOURCE", "/pets", null, null, null),
            part("any-method", "METHOD", null, null, null, null),
            part("get-pets", "METHOD", "/pets", "GET", null, null),
            part("any-pets", "METHOD", "/pets", "*", null, null),
            part("id", "PATH_PARAMETER", "/pets", "*", null, "id"),
            part("get-id", "PATH_PARAMETER", "/pets", "GET", null, "id"),
            part("ok", "RESPONSE", "/", "*", "200", null),
            part("any-status", "RESPONSE", "/", "GET", "*", null),
            part("pets-any-status", "RESPONSE", "/pets", "*", "*", null),
            part("count", "RESPONSE_HEADER", "/pets", "GET", "200", "X-Count")));

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    API, -, -, -, -, api
                    MODEL, -, -, -, Pet, pet
                    MODEL, -, -, -, Dog, -
                    RESOURCE, /pets, -, -, -, pets
                    RESOURCE, /pets/{id}, -, -, -, -
                    RESOURCE, /, -, -, -, -
                    METHOD, /pets, GET, -, -, get-pets
                    METHOD, /pets/{id}, GET, -, -, get-pets
                    METHOD, /pets/{id}, POST, -, -, any-pets
                    METHOD, /petshop, GET, -, -, any-method
                    METHOD, /, GET, -, -, any-method
                    PATH_PARAMETER, /pets/{id}, GET, -, id, get-id
                    PATH_PARAMETER, /pets/{id}, PUT, -, id, id
                    PATH_PARAMETER, /pets/{id}, PUT, -, other, -
                    QUERY_PARAMETER, /pets/{id}, PUT, -, id, -
                    RESPONSE, /shop, GET, 200, -, ok
                    RESPONSE, /shop, GET, 404, -, any-status
                    RESPONSE, /shop, POST, 404, -, -
                    RESPONSE, /pets, GET, 200, -, pets-any-status
                    RESPONSE_HEADER, /pets/{id}, GET, 200, X-Count, count
                    RESPONSE_HEADER, /pets/{id}, GET, 201, X-Count, -
                    RESPONSE_BODY, /pets, GET, 200, -, -
                    """)
    void tellsWhichPartSpeaksAboutAnEntity(
            String type,
            @Nullable String path,
            @Nullable String method,
            @Nullable String status,
            @Nullable String name,
            @Nullable String id) {
        var entity = new DocumentationPartLocation(type, path, method, status, name);
        assertThat(PARTS.about(entity).map(DocumentationPart::id).orElse(null)).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    API, -, -, -, -, -
                    API, /, -, -, -, PATH
                    MODEL, -, -, -, Pet, -
                    MODEL, -, GET, -, Pet, METHOD
                    RESOURCE, /, -, -, X, NAME
                    METHOD, /, GET, -, -, -
                    METHOD, /, GET, 200, -, STATUS_CODE
                    RESPONSE_HEADER, /, GET, 200, X, -
                    """)
    void knowsTheFieldsThatATypeOfLocationHas(
            String type,
            @Nullable String path,
            @Nullable String method,
            @Nullable String status,
            @Nullable String name,
            @Nullable Field surplus) {
        assertThat(new DocumentationPartLocation(type, path, method, status, name).surplus())
                .isEqualTo(surplus);
    }

    @Test
    void fillsInTheDefaultsOfALocation() {
        assertThat(new DocumentationPartLocation("RESPONSE", null, null, null, null).normal())
                .isEqualTo(new DocumentationPartLocation("RESPONSE", "/", "*", "*", null));
        assertThat(new DocumentationPartLocation("API", "/x", "GET", null, "n").normal())
                .isEqualTo(new DocumentationPartLocation("API", null, null, null, null));
    }

    private static DocumentationPart part(
            String id,
            String type,
            @Nullable String path,
            @Nullable String method,
            @Nullable String status,
            @Nullable String name) {
        return new DocumentationPart(id, new DocumentationPartLocation(type, path, method, status, name), "{}");
    }
}
