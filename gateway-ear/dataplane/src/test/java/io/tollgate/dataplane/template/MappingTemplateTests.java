package io.tollgate.dataplane.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTemplateTests {

    private static TemplateScope scope(String body) {
        return new TemplateScope(
                body,
                Map.of("id", "42"),
                Map.of("q", "query"),
                Map.of("X-Head", "head"),
                name -> switch (name) {
                    case "requestId", "identity.sourceIp" -> "context:" + name;
                    case "authorizer" -> Map.of("principalId", "me");
                    case "authorizer.principalId" -> "me";
                    default -> null;
                },
                Map.of("v", "value"),
                new Overrides());
    }

    private static String render(String template, String body) {
        return MappingTemplate.parse(template).render(scope(body));
    }

    @TestFactory
    Stream<DynamicTest> every_case_renders_as_written() throws Exception {
        Path folder =
                Path.of(MappingTemplateTests.class.getResource("/templates").toURI());
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.sorted().toList();
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(17);
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> rendersAsWritten(file)));
    }

    /** However long it takes: on a busy machine the first use of a library may take more than a template's time. */
    private static void rendersAsWritten(Path file) throws IOException {
        String[] parts = Files.readString(file).split("--- (body|expected)\n", -1);
        Budget.current().goBy(() -> 0);
        try {
            assertThat(render(parts[0], parts[1].strip()).strip()).isEqualTo(parts[2].strip());
        } finally {
            Budget.current().goBy(System::nanoTime);
        }
    }

    @Nested
    class The_sandbox {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "$input.getClass()",
                    "$input.class.name",
                    "$util.class.forName('java.lang.Runtime')",
                    "$context.class",
                    "${input.body.getClass().forName('java.lang.System')}",
                    "$stageVariables.getClass().getClassLoader()",
                    "$input.params().getClass()",
                    "#set($s='')$s.class.classLoader"
                })
        void yields_nothing_to_a_template_that_reaches_for_classes(String template) {
            assertThat(render(template, "{}")).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"shiftLeft(2000000000)", "pow(2000000000)", "setBit(2000000000)"})
        void has_no_calls_that_make_a_long_number_of_a_short_one(String call) {
            assertThat(render("$input.path('$.n')." + call, "{\"n\":123456789012345678901234567890}"))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"#include('/etc/passwd')", "#parse('x.vm')", "#evaluate('$input.body')"})
        void refuses_directives_that_read_other_texts(String template) {
            assertThatThrownBy(() -> MappingTemplate.parse(template)).isInstanceOf(TemplateSyntaxException.class);
        }
    }

    @Nested
    class A_hostile_template_fails_in_bounded_time_and_memory {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "#foreach($i in [1..1001])x#end",
                    "#foreach($i in [1..2000000000])x#end",
                    "#foreach($i in [1..999])#foreach($j in [1..999])#foreach($k in [1..999])x#end#end#end",
                    "#set($s='xxxxxxxxxx')#foreach($i in [1..100])#set($s=\"$s$s\")#end",
                    "#set($s='xxxxxxxxxx')#foreach($i in [1..100])#set($s=$s+$s)#end",
                    "#set($s='xxxxxxxxxx')#foreach($i in [1..100])#set($s=$s.concat($s))#end",
                    "#set($s='')$s.format('%999999999d', 1)",
                    "#set($s='xxxxxxxxxx')#foreach($i in [1..18])#set($s=$s+$s)#end$s.format('%1$s%1$s%1$s%1$s%1$s%1$s', $s)",
                    "#set($s='1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34')$s.matches('(.*?,){25}P')"
                })
        void with_a_reason(String template) {
            assertThatThrownBy(() -> render(template, "{}")).isInstanceOf(TemplateFailure.class);
        }

        @Test
        void and_so_does_a_macro_that_calls_itself() {
            assertThatThrownBy(() -> render("#macro(m $x)#m($x)#end#m(1)", "{}"))
                    .isInstanceOf(TemplateFailure.class);
        }

        @Test
        void and_a_body_that_is_nested_ten_thousand_levels_deep() {
            String deep = "[".repeat(10_000) + "]".repeat(10_000);
            assertThatThrownBy(() -> render("$input.json('$')", deep)).isInstanceOf(TemplateFailure.class);
        }
    }

    @Nested
    class A_malformed_template {

        @Test
        void is_refused_with_its_line() {
            assertThatThrownBy(() -> MappingTemplate.parse("line one\n#if($x\n"))
                    .isInstanceOfSatisfying(
                            TemplateSyntaxException.class,
                            malformed -> assertThat(malformed.line()).isGreaterThanOrEqualTo(2));
        }

        @Test
        void and_so_is_one_of_more_than_300_KB() {
            assertThatThrownBy(() -> MappingTemplate.parse("x".repeat(300 * 1024 + 1)))
                    .isInstanceOf(TemplateSyntaxException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#set($context.responseOverride.status = 400)#set($context.responseOverride.status = 401)",
                "#set($context.responseOverride.header.a = 'b')#set($context.responseOverride.header.a = 'b')",
                "$context.requestOverride.querystring.put('a', 'b')#set($context.requestOverride.querystring.a = 'c')",
                "#foreach($i in [1..2])#set($context.requestOverride.path.id = $i)#end"
            })
    void a_parameter_is_overridden_once_only(String template) {
        assertThatThrownBy(() -> render(template, "{}"))
                .isInstanceOf(TemplateFailure.class)
                .hasMessageContaining("is set twice");
    }

    @Test
    void but_the_response_template_may_override_what_the_request_template_did() {
        TemplateScope scope = scope("");
        MappingTemplate template = MappingTemplate.parse("#set($context.responseOverride.status = 404)");
        template.render(scope);
        template.render(scope);
        assertThat(scope.overrides().status(200)).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"404, 404", "'404', 404", "99, 200", "600, 200", "4040, 200", "abc, 200", "'', 200"})
    void a_status_that_is_none_overrides_nothing(String set, int status) {
        TemplateScope scope = scope("");
        MappingTemplate.parse("#set($context.responseOverride.status = \"" + set + "\")")
                .render(scope);
        assertThat(scope.overrides().status(200)).isEqualTo(status);
    }

    @Test
    void null_overrides_nothing() {
        TemplateScope scope = scope("{}");
        MappingTemplate.parse("#set($context.requestOverride.header.a = $input.path('$.none'))"
                        + "#set($context.requestOverride.header.b = ['x', 2])")
                .render(scope);
        assertThat(scope.overrides().ofRequest("header")).containsOnlyKeys("b");
        assertThat(Overrides.text(scope.overrides().ofRequest("header").get("b")))
                .isEqualTo("x,2");
    }

    @Test
    void overrides_survive_into_the_response_template() {
        Overrides overrides = new Overrides();
        TemplateScope scope = new TemplateScope("", Map.of(), Map.of(), Map.of(), name -> null, Map.of(), overrides);
        MappingTemplate.parse(
                        "#set($context.responseOverride.status = 444)#set($context.responseOverride.custom = 'c')")
                .render(scope);
        assertThat(overrides.status(200)).isEqualTo(444);
        assertThat(MappingTemplate.parse("$context.responseOverride.status $context.responseOverride.custom")
                        .render(scope))
                .isEqualTo("444 c");
    }
}
