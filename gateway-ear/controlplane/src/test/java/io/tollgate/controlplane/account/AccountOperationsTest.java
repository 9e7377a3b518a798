package io.tollgate.controlplane.account;

import static io.tollgate.controlplane.testing.SampleApi.patch;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.controlplane.testing.ControlPlane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountOperationsTest {
    private static final String ROLE = "arn:aws:iam::111122223333:role/logs";

    private ControlPlane plane;

    @BeforeEach
    void start() {
        plane = new ControlPlane();
    }

    @AfterEach
    void stop() {
        plane.close();
    }

    private String change(String op, String path, String value) {
        return plane.json("PATCH", "/account", patch(op, path, value)).toString();
    }

    @Test
    void anAccountShowsTheLimitsThatItsCallsMeet() {
        assertThat(plane.json("GET", "/account", ""))
                .hasToString("{\"throttleSettings\":{\"burstLimit\":50,\"rateLimit\":100.0},"
                        + "\"features\":[\"UsagePlans\"],\"apiKeyVersion\":\"4\"}");
    }

    @Test
    void theRoleOfItsLogsIsKeptUntilItIsTakenAway() {
        assertThat(change("replace", "/cloudwatchRoleArn", ROLE))
                .startsWith("{\"cloudwatchRoleArn\":\"" + ROLE + "\",\"throttleSettings\":{\"burstLimit\":50,");
        assertThat(plane.json("GET", "/account", "").path("cloudwatchRoleArn").asText())
                .isEqualTo(ROLE);
        assertThat(change("replace", "/cloudwatchRoleArn", "")).doesNotContain("cloudwatchRoleArn");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    replace | /cloudwatchRoleArn | logs | The role ARN is not well formed
                    add | /features | Else | Invalid feature specified. Must be one of: [UsagePlans]
                    remove | /features | UsagePlans | Usage Plans cannot be disabled once enabled
                    """)
    void whatAwsRefuses(String op, String path, String value, String message) {
        assertThat(plane.refusal("PATCH", "/account", patch(op, path, value)))
                .isEqualTo("400 BadRequestException: " + message);
    }
}
