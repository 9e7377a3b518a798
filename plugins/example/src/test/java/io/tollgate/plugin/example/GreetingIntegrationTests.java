package io.tollgate.plugin.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.plugin.testkit.Answers;
import io.tollgate.plugin.testkit.IntegrationContract;
import io.tollgate.plugin.testkit.TestExchange;
import io.tollgate.plugin.testkit.TestHost;
import io.tollgate.spi.Plugin;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import io.tollgate.spi.integration.Integration;
import io.tollgate.spi.integration.IntegrationDefinition;
import io.tollgate.spi.integration.IntegrationRequest;
import io.tollgate.spi.integration.IntegrationResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GreetingIntegrationTests extends IntegrationContract {
    private static final String URI = "arn:aws:apigateway:us-east-1:example:path/";

    @Override
    protected Plugin plugin() {
        return new ExamplePlugin();
    }

    @Override
    protected IntegrationDefinition definition() {
        return definition("AWS", "POST", URI + "{name}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hello | false | world   | Hello, world!",
                "Moin  | true  | world   | MOIN, WORLD!",
                "Grüße | false | a%20b   | Grüße, a%20b!",
            })
    void itGreets(String greeting, String shout, String name, String expected) {
        TestHost host = TestHost.of(plugin(), Map.of("greeting", greeting, "shout", shout));
        try (Integration integration = factory().create(definition(), host)) {
            IntegrationResponse response = Answers.of(integration.call(
                    new IntegrationRequest("POST", URI + name, new Headers(), Body.EMPTY, TestExchange.GET)));
            assertThat(new String(Answers.of(response.body().read(100)), StandardCharsets.UTF_8))
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"arn:aws:apigateway:us-east-1:lambda:path/f", "arn:aws:apigateway:us-east-1:s3:path/:example:"})
    void itLeavesOtherServicesToOtherPlugins(String uri) {
        assertThat(factory().accepts(definition("AWS", "POST", uri))).isFalse();
    }

    @Test
    void itSaysAtDeploymentWhatIsWrongWithAnAddress() {
        IntegrationDefinition nameless = definition("AWS", "POST", URI);
        assertThatThrownBy(() -> factory().create(nameless, TestHost.of(plugin())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("allowed is arn:aws:apigateway:{region}:example:path/{name}");
    }
}
