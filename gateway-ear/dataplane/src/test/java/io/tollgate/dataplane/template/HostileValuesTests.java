package io.tollgate.dataplane.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that a template builds, or a client sends, to take all memory or time. */
class HostileValuesTests {
    private static final String DOUBLED = "#set($x=['a'])#foreach($i in [1..60])#set($x=[$x,$x])#end";

    private static String render(String template, String body) {
        return MappingTemplate.parse(template)
                .render(new TemplateScope(body, Map.of(), Map.of(), Map.of(), name -> null, Map.of(), new Overrides()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$x",
                "$x.toString()",
                "\"$x\"",
                "#set($s = 'a' + $x)",
                "$util.urlEncode($x)",
                "#set($s='a')$s.concat($x)",
                "$x.hashCode()",
                "$x.contains('b')",
                "#set($m={})$m.put($x, 1)",
                "#set($m={'k':$x})$m",
                "#set($m={'k':$x})#foreach($e in $m.entrySet())$e#end",
                "#if($x == 'a')#end",
                "#if($x < 1)#end",
                "#set($n = $x * 2)",
                "#set($y=['a'])#foreach($i in [1..60])#set($y=[$y,$y])#end#if($x == $y)#end",
            })
    void a_list_that_holds_itself_twice_again_and_again_fails_wherever_it_is_used(String use) {
        assertThatThrownBy(() -> render(DOUBLED + use, "{}")).isInstanceOf(TemplateFailure.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#set($l=[1])$l.add($l)$l",
                "#set($m={})$m.put('m',$m)$m",
                "#set($m={})$m.put($m,1)$m.hashCode()",
                "#set($l=$input.path('$'))$l.put('l',$l)$input.json('$')",
                "#set($l=[1,2,3])#foreach($i in [1..60])$l.addAll($l)#end",
                "#set($l=[1,2,3])#foreach($i in $l)$l.add($i)#end",
            })
    void what_grows_without_end_fails(String template) {
        assertThatThrownBy(() -> render(template, "{}")).isInstanceOf(TemplateFailure.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"$..*..*..*..*..*..*", "$..*[?(@..* == $..*)]", "$..*..a..*..a..*", "$[?(@ =~ /(x+x+)+y/)]"})
    void a_json_path_that_explodes_fails_or_ends(String path) {
        String deep = "{\"a\":[1,2,3,{\"a\":[4,5,6]},".repeat(60) + "0" + "]}".repeat(60);
        assertThatThrownBy(() -> {
                    String printed = render("$input.json(\"" + path + "\")", deep);
                    throw new TemplateFailure("ended with " + printed.length() + " characters");
                })
                .isInstanceOf(TemplateFailure.class);
    }

    /** Ten megabytes are read in about a second: on a busy machine the time would be up before. */
    @Nested
    class While_the_clock_stands_still {

        @BeforeEach
        void stop() {
            Budget.current().goBy(() -> 0);
        }

        @AfterEach
        void goOn() {
            Budget.current().goBy(System::nanoTime);
        }

        @Test
        void ten_megabytes_of_empty_objects_are_too_many_values() {
            String many = "[" + "{},".repeat(3_400_000) + "0]";
            assertThatThrownBy(() -> render("$input.json('$')", many))
                    .isInstanceOf(TemplateFailure.class)
                    .hasMessage("the JSON body has too many values");
        }

        @Test
        void ten_megabytes_of_sensible_records_are_none_too_many() {
            String record =
                    "{\"id\":12345,\"name\":\"somebody with a name\",\"mail\":\"somebody@example.com\",\"tags\":[\"a\",\"b\"]},";
            String many = "[" + record.repeat(10_000_000 / record.length()) + "0]";
            assertThat(render("$input.path('$').size()", many))
                    .isEqualTo(Integer.toString(10_000_000 / record.length() + 1));
        }

        static Stream<String> whatTakesLong() {
            return Stream.of(
                    "#foreach($i in [1..1000])x#end",
                    "#set($s='1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18')#set($m=$s.matches('(.*?,){9}P'))",
                    "#set($x=[])#foreach($i in [1..200])#set($x=$input.path('$..a'))#end");
        }

        private static String onADeepBody(String template) {
            return render(template, "{\"a\":" + "[".repeat(90) + "]".repeat(90) + "}");
        }

        @ParameterizedTest
        @MethodSource("whatTakesLong")
        void what_takes_long_ends_well(String template) {
            assertThatCode(() -> onADeepBody(template)).doesNotThrowAnyException();
        }

        @ParameterizedTest
        @MethodSource("whatTakesLong")
        void and_fails_where_its_time_runs_out(String template) {
            AtomicLong halfSeconds = new AtomicLong();
            Budget.current().goBy(() -> 500_000_000 * halfSeconds.incrementAndGet());
            assertThatThrownBy(() -> onADeepBody(template))
                    .isInstanceOf(TemplateFailure.class)
                    .hasMessage("the template takes more than 2000 ms");
        }
    }

    @Test
    void lists_and_maps_still_compare_and_print() {
        assertThat(render(
                        "#set($a=[1,{'k':[2]}])#set($b=[1,{'k':[2]}])#if($a==$b)same#end $a $a.contains(1) #if($a != 'x')differs#end",
                        "{}"))
                .isEqualTo("same [1, {k=[2]}] true differs");
    }
}
