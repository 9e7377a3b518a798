package io.tollgate.controlplane.wire;

/** Something that nodes serve calls by and that a management call has changed. */
public sealed interface Change {

    /** An API's stages. */
    record OfApi(String apiId) implements Change {}

    /** An API key, or the plans that it belongs to. */
    record OfKey(String keyId) implements Change {}

    /** A usage plan. */
    record OfPlan(String planId) implements Change {}

    /** Nothing stored: what nodes have cached for a stage is to be forgotten. */
    record CacheFlush(String apiId, String stageName, Cached what) implements Change {}

    /** What nodes cache for a stage. */
    enum Cached {
        /** Answers of backends. */
        RESPONSES,
        /** What authorizers decided. */
        AUTHORIZATIONS
    }
}
