package io.tollgate.controlplane.method;

import io.tollgate.controlplane.wire.Request;

/**
 * Where a method is, as a request's path says.
 *
 * @param apiId the API
 * @param resourceId the resource
 * @param verb the verb or ANY
 */
record Place(String apiId, String resourceId, String verb) {

    static Place of(Request request) {
        return new Place(request.at("restapi_id"), request.at("resource_id"), request.at("http_method"));
    }
}
