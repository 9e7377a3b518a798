package io.tollgate.controlplane.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.testing.ControlPlane;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModelTemplateOperationsTest {
    private static final String HEAD = "#set($inputRoot = $input.path('$'))\n";

    private static ControlPlane plane;

    private String models = "";

    @BeforeAll
    static void start() {
        plane = new ControlPlane();
    }

    @AfterAll
    static void stop() {
        plane.close();
    }

    @BeforeEach
    void makeAnApi() {
        models = "/restapis/"
                + plane.json("POST", "/restapis", "{\"name\":\"m\"}").path("id").asText() + "/models";
    }

    private String template(String name, String schema) {
        ObjectNode body = new JsonMapper().createObjectNode();
        body.put("name", name).put("contentType", "application/json").put("schema", schema);
        plane.call("POST", models, body.toString());
        return plane.json("GET", models + "/" + name + "/default_template", "")
                .path("value")
                .asText();
    }

    @Test
    void anObjectHasASampleValueForEachProperty() {
        assertThat(template("Sum", """
                        {"type":"object","properties":{"a":{"type":"number"},"op":{"type":"string"},"ok":{"type":"boolean"},
                        "kind":{"enum":["cat","dog"]},"none":{"type":["null","integer"]},"more":{"type":"object"}}}""")).isEqualTo(HEAD + """
                        {
                          "a" : 42,
                          "op" : "foo",
                          "ok" : true,
                          "kind" : "cat",
                          "none" : 42,
                          "more" : { }
                        }""");
    }

    @Test
    void anArrayIsALoopOverTheInput() {
        assertThat(template("Tags", """
                        {"type":"object","properties":{"tags":{"type":"array","items":{"type":"object","properties":
                        {"name":{"type":"string"},"odd-name":{"type":"array","items":{"type":"integer"}}}}}}}""")).isEqualTo(HEAD + """
                        {
                          "tags" : [
                        ##Let this loop go over the array of the input that has the items
                        #foreach($elem in $inputRoot.tags)
                            {
                              "name" : "foo",
                              "odd-name" : [
                        ##Let this loop go over the array of the input that has the items
                        #foreach($elem2 in $elem['odd-name'])
                                42
                        #if($foreach.hasNext),#end
                        #end
                              ]
                            }
                        #if($foreach.hasNext),#end
                        #end
                          ]
                        }""");
    }

    @Test
    void otherModelsAndDefinitionsAreWrittenOut() {
        template("Pet", "{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"}}}");
        assertThat(template("Owner", """
                        {"definitions":{"age":{"type":"integer"},"tree":{"properties":{"left":{"$ref":"#/definitions/tree"}}}},
                        "allOf":[{"properties":{"age":{"$ref":"#/definitions/age"}}},
                        {"properties":{"pet":{"$ref":"https://apigateway.amazonaws.com%s/Pet"},
                        "tree":{"$ref":"#/definitions/tree"},"one":{"oneOf":[{"type":"boolean"},{"type":"string"}]}}}]}""".formatted(models))).isEqualTo(HEAD + """
                        {
                          "age" : 42,
                          "pet" : {
                            "name" : "foo"
                          },
                          "tree" : {
                            "left" : { }
                          },
                          "one" : true
                        }""");
    }

    @Test
    void theEmptyModelIsAnEmptyObject() {
        assertThat(plane.json("GET", models + "/Empty/default_template", "")
                        .path("value")
                        .asText())
                .isEqualTo(HEAD + "{ }");
    }

    @Test
    void aModelThatIsNotThereIsNotFound() {
        assertThat(plane.refusal("GET", models + "/None/default_template", ""))
                .isEqualTo("404 NotFoundException: Invalid model name specified: None");
        assertThat(plane.refusal("GET", "/restapis/none/models/None/default_template", ""))
                .isEqualTo("404 NotFoundException: Invalid API identifier specified 111122223333:none");
    }
}
