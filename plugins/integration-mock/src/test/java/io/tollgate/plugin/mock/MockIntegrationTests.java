package io.tollgate.plugin.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.plugin.testkit.Answers;
import io.tollgate.plugin.testkit.IntegrationContract;
import io.tollgate.spi.Plugin;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.integration.Integration;
import io.tollgate.spi.integration.IntegrationDefinition;
import io.tollgate.spi.integration.IntegrationException;
import io.tollgate.spi.integration.IntegrationException.Reason;
import io.tollgate.spi.integration.IntegrationRequest;
import io.tollgate.spi.integration.IntegrationResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MockIntegrationTests extends IntegrationContract {
    @Override
    protected Plugin plugin() {
        return new MockPlugin();
    }

    @Override
    protected IntegrationDefinition definition() {
        return definition("MOCK", null, "");
    }

    @Override
    protected IntegrationRequest request() {
        return request(template("{\"statusCode\": 204}"));
    }

    private static Body template(String text) {
        return Body.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private IntegrationResponse call(Body template) {
        try (Integration integration = create()) {
            return Answers.of(integration.call(request(template)));
        }
    }

    @Test
    void itAnswersWithTheTemplatesStatusAndNothingElse() {
        IntegrationResponse response = call(template("{\"statusCode\": 418}"));
        assertThat(response.status()).isEqualTo(418);
        assertThat(response.headers().size()).isZero();
        assertThat(response.body().isEmpty()).isTrue();
        assertThat(response.errorMessage())
                .as("the status is what is selected by")
                .isNull();
    }

    @Test
    void withoutATemplateOnlyTheDefaultIntegrationResponseMatches() {
        assertThat(call(Body.EMPTY).errorMessage()).isEmpty();
    }

    @Test
    void aTemplateWithoutAStatusIsAConfigurationError() {
        assertThatThrownBy(() -> call(template("{}")))
                .cause()
                .isInstanceOfSatisfying(IntegrationException.class, failed -> {
                    assertThat(failed.reason()).isEqualTo(Reason.CONFIGURATION);
                    assertThat(failed).hasMessageContaining("statusCode");
                });
    }
}
