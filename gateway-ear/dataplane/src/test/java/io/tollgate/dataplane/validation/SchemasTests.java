package io.tollgate.dataplane.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.dataplane.gateway.Definitions;
import io.tollgate.model.restapi.ApiDefinition;
import io.tollgate.model.restapi.Model;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemasTests {
    private static final String MODELS = "https://apigateway.amazonaws.com/restapis/api1234567/models/";

    private static BodySchema schema(String name, Map<String, String> texts) {
        ApiDefinition empty = new Definitions().stage().definition();
        List<Model> models = new TreeMap<>(texts)
                .entrySet().stream()
                        .map(one -> new Model("id", one.getKey(), null, one.getValue(), "application/json"))
                        .toList();
        return new Schemas(new ApiDefinition(empty.restApi(), List.of(), models, List.of(), List.of(), List.of()))
                .of(name);
    }

    private static boolean isValid(BodySchema schema, String body) {
        return schema.fault(body.getBytes(StandardCharsets.UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'type':'object','required':['a']}|{'a':1}|true",
                "{'type':'object','required':['a']}|{}|false",
                "{'type':'object','required':['a']}||false",
                "{'type':'object'}||true",
                "{'type':'object'}|not json|false",
                "{'type':'object'}|{'a':1} {'b':2}|false",
                "{'type':'array','items':{'type':'integer'},'maxItems':2}|[1,2]|true",
                "{'type':'array','items':{'type':'integer'},'maxItems':2}|[1,2,3]|false",
                "{'type':'array','items':{'type':'integer'}}|[1,'2']|false",
                "{'minimum':3,'exclusiveMinimum':true}|3|false",
                "{'minimum':3,'exclusiveMinimum':true}|4|true",
                "{'enum':['x','y']}|'z'|false",
                "{'pattern':'^a+$'}|'aaa'|true",
                "{'pattern':'^a+$'}|'aab'|false",
                "{'oneOf':[{'type':'null'},{'type':'string'}]}|null|true",
                "{'not':{'type':'string'}}|'x'|false",
                "{'additionalProperties':false,'properties':{'a':{}}}|{'b':1}|false"
            })
    void draft_4_is_obeyed(String schema, String body, boolean valid) {
        String text = body == null ? "" : body.replace('\'', '"');
        assertThat(isValid(schema("Body", Map.of("Body", schema.replace('\'', '"'))), text))
                .isEqualTo(valid);
    }

    @Test
    void models_refer_to_each_other_and_to_themselves() {
        BodySchema tree = schema(
                "Tree",
                Map.of(
                        "Tree",
                        "{\"type\":\"object\",\"properties\":{\"leaf\":{\"$ref\":\"" + MODELS + "Leaf\"},"
                                + "\"child\":{\"$ref\":\"" + MODELS + "Tree\"}}}",
                        "Leaf",
                        "{\"type\":\"integer\"}"));
        assertThat(isValid(tree, "{\"child\":{\"child\":{\"leaf\":1}}}")).isTrue();
        assertThat(isValid(tree, "{\"child\":{\"child\":{\"leaf\":\"no\"}}}")).isFalse();
    }

    @Test
    void nothing_is_loaded_from_elsewhere() {
        Map<String, String> outside = Map.of("Body", "{\"$ref\":\"http://127.0.0.1:1/schema.json\"}");
        assertThatThrownBy(() -> schema("Body", outside)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_pattern_that_would_run_for_ever_ends_as_a_fault() {
        BodySchema schema = schema("Body", Map.of("Body", "{\"pattern\":\"^(.*?,){25}P\"}"));
        StringBuilder commas = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            commas.append(i).append(',');
        }
        assertThat(isValid(schema, "\"" + commas + "\"")).isFalse();
    }

    @Test
    void a_body_nested_ten_thousand_levels_deep_is_a_fault() {
        BodySchema schema = schema("Body", Map.of("Body", "{\"type\":\"array\"}"));
        assertThat(isValid(schema, "[".repeat(10_000) + "]".repeat(10_000))).isFalse();
    }
}
