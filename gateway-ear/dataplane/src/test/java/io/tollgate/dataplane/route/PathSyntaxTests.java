package io.tollgate.dataplane.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathSyntaxTests {

    @ParameterizedTest
    @ValueSource(strings = {"/%zz", "/a/%4", "/%", "/a%", "/%%", "/%4g/b", "/a%2"})
    void a_percent_sign_that_is_no_escape_is_broken(String path) {
        assertThat(PathSyntax.hasBrokenEscape(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/..", "/.", "/../t", "/./t", "/t/..", "/t/.", "/%2e%2E/u", "/t/.%2e/u", "/t/%2E"})
    void one_dot_or_two_are_a_dot_segment_also_escaped(String path) {
        assertThat(PathSyntax.hasDotSegment(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a%2Fb//c;x=1/...%2e/.b/c.", "/..b/a..", "/%2eb", "/%2F..%2F", "/%c3%a4%25"})
    void everything_else_is_sound(String path) {
        assertThat(PathSyntax.hasBrokenEscape(path)).isFalse();
        assertThat(PathSyntax.hasDotSegment(path)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"a=b|c, true", "|, true", "a=b%7Cc, false", "'', false"})
    void a_pipe_in_a_query_must_be_escaped(String query, boolean has) {
        assertThat(PathSyntax.hasPipe(query)).isEqualTo(has);
    }
}
