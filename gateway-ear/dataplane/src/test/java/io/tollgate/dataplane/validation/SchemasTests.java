package io.tollgate.dataplane.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.dataplane.gateway.Definitions;
import io.tollgate.model.restapi.ApiDefinition;
import io.tollgate.model.restapi.Model;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'type':'object','required':['b','a']}               | {}        | object has missing required properties (['a','b'])
            {'type':'integer'}                                   | 'x'       | instance type (string) does not match any allowed primitive type (allowed: ['integer'])
            {'type':'number'}                                    | null      | instance type (null) does not match any allowed primitive type (allowed: ['integer','number'])
            {'type':['string','null']}                           | 1.5       | instance type (number) does not match any allowed primitive type (allowed: ['null','string'])
            {'enum':['x','y']}                                   | 'z'       | instance value ('z') not found in enum (possible values: ['x','y'])
            {'maxLength':3}                                      | 'abcd'    | string 'abcd' is too long (length: 4, maximum allowed: 3)
            {'minLength':2}                                      | 'a'       | string 'a' is too short (length: 1, required minimum: 2)
            {'pattern':'^[a-z]+$'}                               | 'AB'      | ECMA 262 regex '^[a-z]+$' does not match input string 'AB'
            {'minimum':1}                                        | 0         | numeric instance is lower than the required minimum (minimum: 1, found: 0)
            {'maximum':5}                                        | 6         | numeric instance is greater than the required maximum (maximum: 5, found: 6)
            {'minimum':1,'exclusiveMinimum':true}                | 1         | numeric instance is not strictly greater than the required minimum 1
            {'minItems':1}                                       | []        | array is too short: must have at least 1 elements but instance has 0 elements
            {'maxItems':1}                                       | [1,2]     | array is too long: must have at most 1 elements but instance has 2 elements
            {'uniqueItems':true}                                 | [1,1]     | array must not contain duplicate elements
            {'minProperties':1}                                  | {}        | object has too few properties (found 0 but schema requires at least 1)
            {'additionalProperties':false,'properties':{'a':{}}} | {'c':1,'b':2} | object instance has properties which are not allowed by the schema: ['b','c']
            {'oneOf':[{'type':'null'},{'type':'integer'}]}       | 'x'       | instance failed to match exactly one schema (matched 0 out of 2)
            """)
    void a_fault_is_told_in_the_words_of_aws(String schema, String body, String text) {
        BodySchema compiled = schema("Body", Map.of("Body", schema.replace('\'', '"')));
        assertThat(compiled.fault(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)))
                .map(BodySchema.Fault::text)
                .contains("[" + text.replace('\'', '"') + "]");
    }

    @Test
    void the_details_of_a_fault_are_english_wherever_the_gateway_runs() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            BodySchema compiled = schema("Body", Map.of("Body", "{\"type\":\"integer\"}"));
            assertThat(compiled.fault("\"x\"".getBytes(StandardCharsets.UTF_8)))
                    .map(BodySchema.Fault::details)
                    .contains("[: string found, integer expected]");
        } finally {
            Locale.setDefault(before);
        }
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
