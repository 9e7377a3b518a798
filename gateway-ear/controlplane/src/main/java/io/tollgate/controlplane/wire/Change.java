package io.tollgate.controlplane.wire;

/** Something that nodes serve calls by and that a management call has changed. */
public sealed interface Change {

    /** An API's stages. */
    record OfApi(String apiId) implements Change {}

    /** An API key, or the plans that it belongs to. */
    record OfKey(String keyId) implements Change {}

    /** A usage plan. */
    record OfPlan(String planId) implements Change {}
}
