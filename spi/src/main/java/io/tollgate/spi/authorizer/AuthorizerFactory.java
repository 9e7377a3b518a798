package io.tollgate.spi.authorizer;

import io.tollgate.spi.integration.IntegrationHost;
import java.util.Set;

/** Makes the authorizers of one kind. Thread-safe; created once per plugin load. */
public interface AuthorizerFactory {

    /** The kind's name in metrics and messages, for example {@code lambda}. */
    String kind();

    /** The authorizer types that this kind serves: TOKEN, REQUEST, COGNITO_USER_POOLS, JWT, AWS_IAM. */
    Set<String> types();

    /**
     * Makes the authorizer of one stage. Called when the stage is compiled, never on the request path.
     *
     * @throws IllegalArgumentException if the definition cannot work; the message is reported, and calls are answered
     *     with AUTHORIZER_CONFIGURATION_ERROR
     */
    Authorizer create(AuthorizerDefinition definition, IntegrationHost host);
}
