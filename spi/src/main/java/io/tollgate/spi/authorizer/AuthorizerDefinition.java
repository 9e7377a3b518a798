package io.tollgate.spi.authorizer;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was configured for one authorizer.
 *
 * @param id the authorizer's id
 * @param type AWS's authorizer type
 * @param uri the function's invocation URI, or null
 * @param credentials the role ARN, or null
 * @param identitySources the expressions that name the caller's proof, in order
 * @param validationExpression the pattern that a token must match as a whole, or null
 * @param resultTtl how long a result is kept, 0 to 3600 s; zero keeps none
 * @param providerArns user pools, for COGNITO_USER_POOLS
 * @param issuer the token issuer, for JWT, or null
 * @param audience accepted audiences, for JWT
 */
public record AuthorizerDefinition(
        String id,
        String type,
        @Nullable String uri,
        @Nullable String credentials,
        List<String> identitySources,
        @Nullable String validationExpression,
        Duration resultTtl,
        List<String> providerArns,
        @Nullable String issuer,
        List<String> audience) {

    /** Copies the lists. */
    public AuthorizerDefinition {
        identitySources = List.copyOf(identitySources);
        providerArns = List.copyOf(providerArns);
        audience = List.copyOf(audience);
    }
}
