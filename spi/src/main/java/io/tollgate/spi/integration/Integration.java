package io.tollgate.spi.integration;

import java.util.concurrent.CompletionStage;

/** Answers the calls to one method of one stage. Thread-safe. */
public interface Integration extends AutoCloseable {

    /**
     * Performs one call. Completes with the backend's answer, or fails with {@link IntegrationException}; any other
     * failure counts as {@link IntegrationException.Reason#FAILURE} and names the plugin in the log.
     */
    CompletionStage<IntegrationResponse> call(IntegrationRequest request);

    /** Whether {@link #call} blocks; it then runs on a virtual thread. */
    default boolean blocking() {
        return false;
    }

    /** Frees what the integration holds. Called once, after its last call. */
    @Override
    default void close() {}
}
