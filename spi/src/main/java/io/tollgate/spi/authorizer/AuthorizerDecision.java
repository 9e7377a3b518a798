package io.tollgate.spi.authorizer;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an authorizer found. */
public sealed interface AuthorizerDecision {

    /**
     * The caller is known; the policy says which calls are allowed and is evaluated for every call while cached.
     *
     * @param principalId who calls
     * @param policyDocument an IAM policy as JSON text
     * @param context values for {@code $context.authorizer}: strings, numbers and booleans
     * @param usageIdentifierKey the API key value that stands for the caller, or null
     */
    record Policy(
            String principalId,
            String policyDocument,
            Map<String, Object> context,
            @Nullable String usageIdentifierKey) implements AuthorizerDecision {
        /** Copies the map. */
        public Policy {
            context = Map.copyOf(context);
        }
    }

    /**
     * The caller is known and allowed; there is no policy.
     *
     * @param principalId who calls
     * @param context values for {@code $context.authorizer}
     */
    record Allowed(String principalId, Map<String, Object> context) implements AuthorizerDecision {
        /** Copies the map. */
        public Allowed {
            context = Map.copyOf(context);
        }
    }

    /** UNAUTHORIZED, 401: the proof is missing, wrong or expired; the message is shown. */
    record Unauthorized(String message) implements AuthorizerDecision {}

    /** ACCESS_DENIED, 403: the caller is known and not allowed; the message is shown. */
    record Denied(String message) implements AuthorizerDecision {}

    /** AUTHORIZER_FAILURE, 500; the reason goes to the log only. */
    record Failed(String reason) implements AuthorizerDecision {}

    /** AUTHORIZER_CONFIGURATION_ERROR, 500; the reason goes to the log only. */
    record Misconfigured(String reason) implements AuthorizerDecision {}
}
