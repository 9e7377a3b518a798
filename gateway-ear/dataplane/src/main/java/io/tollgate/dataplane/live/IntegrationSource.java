package io.tollgate.dataplane.live;

import io.tollgate.spi.integration.Integration;
import io.tollgate.spi.integration.IntegrationDefinition;

/** Where integrations come from: the loaded plugins. */
@FunctionalInterface
public interface IntegrationSource {

    /**
     * Makes the integration of a definition.
     *
     * @throws IllegalArgumentException if no plugin serves it or it cannot work; the message says which and why
     */
    Integration create(IntegrationDefinition definition);
}
