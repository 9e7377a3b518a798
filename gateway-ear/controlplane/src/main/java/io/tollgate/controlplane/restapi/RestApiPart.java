package io.tollgate.controlplane.restapi;

/** A noun that lives below an API and goes with it. */
@FunctionalInterface
public interface RestApiPart {

    /** Removes everything of this noun that the API has. */
    void deleteAll(String apiId);
}
