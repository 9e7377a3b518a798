package io.tollgate.spi.authorizer;

import java.util.concurrent.CompletionStage;

/** Decides about the calls that name it. Thread-safe. */
public interface Authorizer extends AutoCloseable {

    /**
     * Decides one call. The pipeline has checked that the identity sources are present, and keeps the decision for the
     * definition's TTL. A failed stage counts as {@link AuthorizerDecision.Failed}.
     */
    CompletionStage<AuthorizerDecision> authorize(AuthorizerRequest request);

    /** Whether {@link #authorize} blocks; it then runs on a virtual thread. */
    default boolean blocking() {
        return false;
    }

    /** Frees what the authorizer holds. Called once, after its last call. */
    @Override
    default void close() {}
}
