package io.tollgate.controlplane.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.controlplane.store.PlanRevision;
import io.tollgate.controlplane.testing.ControlPlane;
import io.tollgate.model.plan.KeyOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApiKeyExpiryTest {
    private static final String END = "2026-12-31T23:59:59Z";

    private final ControlPlane plane = new ControlPlane();

    @AfterEach
    void stop() {
        plane.close();
    }

    private static String tags(String name, String value) {
        return "{\"tags\":{\"" + name + "\":\"" + value + "\"}}";
    }

    private String arn(String id) {
        return "/tags/arn%3Aaws%3Aapigateway%3Aeu-west-1%3A%3A%2Fapikeys%2F" + id;
    }

    private String create() {
        return plane.json("POST", "/apikeys", "{}").path("id").asText();
    }

    private JsonNode tagsOf(String id) {
        return plane.json("GET", "/apikeys/" + id, "").path("tags");
    }

    private long revision() {
        return plane.with(PlanRevision.class, PlanRevision::current);
    }

    @Test
    void aKeyCanBeMadeWithAnEnd() {
        JsonNode key = plane.json("POST", "/apikeys", tags(KeyOptions.EXPIRES_AT, END));
        assertThat(key.path("tags").path(KeyOptions.EXPIRES_AT).asText()).isEqualTo(END);
    }

    @Test
    void theEndCanBeSetAndTakenAwayLaterAndNodesLookAgain() {
        String id = create();
        long before = revision();
        plane.call("PUT", arn(id), tags(KeyOptions.EXPIRES_AT, END));
        assertThat(tagsOf(id).path(KeyOptions.EXPIRES_AT).asText()).isEqualTo(END);
        assertThat(revision()).isGreaterThan(before);
        before = revision();
        plane.call("DELETE", arn(id) + "?tagKeys=" + KeyOptions.EXPIRES_AT, "");
        assertThat(tagsOf(id)).isEmpty();
        assertThat(revision()).isGreaterThan(before);
    }

    @Test
    void aBadValueIsRefusedByTheTagsNameAndNothingIsChanged() {
        String id = create();
        String bad = tags(KeyOptions.EXPIRES_AT, "tomorrow");
        assertThat(plane.refusal("POST", "/apikeys", bad))
                .startsWith("400 BadRequestException: ")
                .contains(KeyOptions.EXPIRES_AT);
        assertThat(plane.refusal("PUT", arn(id), bad)).contains(KeyOptions.EXPIRES_AT);
        assertThat(tagsOf(id)).isEmpty();
        assertThat(plane.json("GET", "/apikeys", "").path("item")).hasSize(1);
    }

    @Test
    void aMisspeltOptionIsRefused() {
        assertThat(plane.refusal("POST", "/apikeys", tags("tollgate:expire-at", END)))
                .startsWith("400 BadRequestException: ")
                .contains("tollgate:expire-at")
                .contains(KeyOptions.EXPIRES_AT);
    }

    @Test
    void aTableOfKeysCanHaveAColumnOfEnds() {
        String table = "name,key,tollgate:expires-at\n"
                + "one,a-value-of-more-than-twenty-characters-1," + END + "\n"
                + "two,a-value-of-more-than-twenty-characters-2,\n"
                + "bad,a-value-of-more-than-twenty-characters-3,soon\n";
        JsonNode imported = plane.json("POST", "/apikeys?mode=import&format=csv", table);
        assertThat(imported.path("ids")).hasSize(2);
        assertThat(imported.at("/warnings/0").asText()).startsWith("Line 4: ").contains(KeyOptions.EXPIRES_AT);
        assertThat(tagsOf(imported.at("/ids/0").asText())
                        .path(KeyOptions.EXPIRES_AT)
                        .asText())
                .isEqualTo(END);
        assertThat(tagsOf(imported.at("/ids/1").asText())).isEmpty();
    }
}
