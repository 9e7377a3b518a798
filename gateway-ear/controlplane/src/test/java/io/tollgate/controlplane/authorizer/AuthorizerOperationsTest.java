package io.tollgate.controlplane.authorizer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.controlplane.testing.ControlPlane;
import io.tollgate.controlplane.testing.SampleApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthorizerOperationsTest {
    private static final String AUTHORIZER = "{\"name\":\"mine\",\"type\":\"TOKEN\",\"identitySource\":"
            + "\"method.request.header.Authorization\",\"authorizerUri\":\"arn:aws:apigateway:eu-west-1:lambda:path/"
            + "2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:f/invocations\"}";

    private final ControlPlane plane = new ControlPlane();
    private SampleApi api = new SampleApi("", "", "");
    private String authorizers = "";
    private String id = "";

    @BeforeEach
    void make() {
        api = SampleApi.deployed(plane);
        authorizers = "/restapis/" + api.id() + "/authorizers";
        id = plane.json("POST", authorizers, AUTHORIZER).path("id").asText();
    }

    @AfterEach
    void stop() {
        plane.close();
    }

    @Test
    void twoOfAnApiCannotHaveOneName() {
        assertThat(plane.refusal("POST", authorizers, AUTHORIZER))
                .isEqualTo("400 BadRequestException: Authorizer name must be unique. Authorizer mine already exists in"
                        + " this RestApi.");
    }

    @Test
    void itKeepsItsNameAndItsType() {
        String empty = "{\"patchOperations\":[{\"op\":\"replace\",\"path\":\"/%s\"}]}";
        assertThat(plane.refusal("PATCH", authorizers + "/" + id, empty.formatted("name")))
                .isEqualTo("400 BadRequestException: Authorizer name cannot be blank");
        assertThat(plane.refusal("PATCH", authorizers + "/" + id, empty.formatted("type")))
                .startsWith("400 BadRequestException: Invalid authorizer type specified.");
    }

    @Test
    void oneThatAMethodNamesCannotBeDeleted() {
        plane.call(
                "PUT",
                api.resource() + "/methods/POST",
                "{\"authorizationType\":\"CUSTOM\",\"authorizerId\":\"" + id + "\"}");
        assertThat(plane.refusal("DELETE", authorizers + "/" + id, ""))
                .isEqualTo("409 ConflictException: Cannot delete authorizer 'mine', is referenced in method: POST//");
    }
}
