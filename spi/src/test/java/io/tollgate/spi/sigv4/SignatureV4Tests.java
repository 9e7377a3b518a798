package io.tollgate.spi.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** AWS's own suite, whose licence lies beside its cases. */
class SignatureV4Tests {
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private final SignatureV4 signatures = new SignatureV4();

    static List<SignatureV4Case> cases() {
        return SignatureV4Case.all();
    }

    @Test
    void theSuiteIsThere() {
        assertThat(cases()).hasSize(34);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aRequestIsMadeCanonicalAsAwsDoes(SignatureV4Case one) {
        Authorization authorization = one.authorization();
        String canonical = signatures.canonicalRequest(one.request(), authorization.signedHeaders());
        assertThat(canonical).isEqualTo(one.text("creq"));
        assertThat(signatures.stringToSign(canonical, authorization.time(), authorization.scope()))
                .isEqualTo(one.text("sts"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aRequestIsSignedAsAwsDoes(SignatureV4Case one) {
        Authorization authorization = one.authorization();
        assertThat(signatures.signature(SECRET, authorization.scope(), one.text("sts")))
                .isEqualTo(authorization.signature());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theAuthorizationFieldIsRead(SignatureV4Case one) {
        Authorization authorization = one.authorization();
        assertThat(authorization.accessKeyId()).isEqualTo("AKIDEXAMPLE");
        assertThat(authorization.scope()).isEqualTo(new CredentialScope("20150830", "us-east-1", "service"));
        assertThat(authorization.time()).isEqualTo("20150830T123600Z");
        assertThat(authorization.signedHeaders()).contains("host", "x-amz-date").isSorted();
    }

    @Test
    void anotherSecretGivesAnotherSignature() {
        SignatureV4Case one = cases().get(0);
        assertThat(signatures.signature(SECRET + "x", one.authorization().scope(), one.text("sts")))
                .isNotEqualTo(one.authorization().signature());
    }
}
