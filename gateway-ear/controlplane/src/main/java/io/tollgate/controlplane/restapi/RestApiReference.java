package io.tollgate.controlplane.restapi;

/** A noun outside APIs that refers to them, and keeps what it refers to from being deleted. */
public interface RestApiReference {

    /** Refuses if this noun refers to the API. */
    void checkApiUnused(String apiId);

    /** Refuses if this noun refers to the stage. */
    void checkStageUnused(String apiId, String stageName);
}
