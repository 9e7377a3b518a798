package io.tollgate.spi.integration;

import java.util.Set;

/** Makes the integrations of one kind. Thread-safe; created once per plugin load. */
public interface IntegrationFactory {

    /** The kind's name in metrics and messages, for example {@code http}. */
    String kind();

    /** The integration types that this kind can serve, in AWS's spelling: MOCK, HTTP, HTTP_PROXY, AWS, AWS_PROXY. */
    Set<String> types();

    /**
     * Whether this kind serves the definition, whose type is one of {@link #types}. A kind that serves only some
     * services behind a type looks at the URI.
     */
    default boolean accepts(IntegrationDefinition definition) {
        return true;
    }

    /**
     * Makes the integration of one method of one stage. Called when the stage is compiled, never on the request path.
     *
     * @throws IllegalArgumentException if the definition cannot work; the message is reported, and calls to the method
     *     are answered with a configuration error
     */
    Integration create(IntegrationDefinition definition, IntegrationHost host);
}
