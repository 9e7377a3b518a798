package io.tollgate.plugin.mock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusCodeReaderTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"statusCode\": 200}",
                "{\"statusCode\":200}",
                "{statusCode: 200}",
                "{'statusCode': 200}",
                "\n{\n  \"statusCode\" : 200\n}\n",
                "{statusCode: 200,}",
                "{,,statusCode: 200}",
                "{\"a\": {\"statusCode\": 500}, \"statusCode\": 200}",
                "{\"a\": [1, {\"b\": \"}\"}, 'c', d e], \"statusCode\": 200}",
                "{\"a\": \"\\\"}\", \"statusCode\": 200}",
                "{\"statusCode\": 500, \"statusCode\": 200}",
                "{statusCode: 200,super{ f}oo: [ba r]}",
                "{statusCode: 200, \"value\": 'goog'}",
                "{statusCode: 200, foo}: [ba r]}",
                "{statusCode: 200, foo'}: [ba r]}",
                "{statusCode: 200, }foo: [ba r]}",
                "{statusCode: 200, }foo: ''}",
                "{statusCode: 200, \" \": \" \"}",
                "{statusCode: 200, \"\": \"\"}",
                "{statusCode: 200, a: {}, b: []}",
                "{statusCode: 200, a: , b: null}",
            })
    void findsTheIntegerHoweverCarelesslyItIsWritten(String text) {
        assertThat(StatusCodeReader.read(text)).hasValue(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 599, 999, -1000})
    void anyIntegerWillDo(int status) {
        assertThat(StatusCodeReader.read("{\"statusCode\": " + status + "}")).hasValue(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "200",
                "statusCode: 200",
                "[{\"statusCode\": 200}]",
                "{}",
                "{\"statuscode\": 200}",
                "{\"statusCode\": \"200\"}",
                "{\"statusCode\": 200.0}",
                "{\"statusCode\": 2e2}",
                "{\"statusCode\": null}",
                "{\"statusCode\": [200]}",
                "{\"statusCode\": 99999999999}",
                "{\"statusCode\": 200",
                "{\"statusCode: 200}",
                "{\"statusCode\" 200}",
                "{statusCode: 200, {foo: [ba r]}",
                "{statusCode: 200, foo: [a}",
                "{statusCode: 200, foo: bar",
                "{:statusCode: 200}",
                "{statusCode: 500, statusCode: x}",
            })
    void whatHasNoIntegerHasNoStatus(String text) {
        assertThat(StatusCodeReader.read(text)).isEmpty();
    }

    @Test
    void depthIsBounded() {
        String deep = "{a:".repeat(100_000);
        assertThat(StatusCodeReader.read(deep)).isEmpty();
        assertThat(StatusCodeReader.read("[".repeat(100_000))).isEmpty();
    }
}
