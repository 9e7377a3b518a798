package io.tollgate.controlplane.resource;

import io.tollgate.model.restapi.PathParts;
import org.jspecify.annotations.Nullable;

/**
 * A resource as it is kept: its path follows from its parents.
 *
 * @param id the resource id
 * @param parentId the parent's id, or null for the root
 * @param pathPart the last segment, or null for the root
 */
public record StoredResource(
        String id, @Nullable String parentId, @Nullable String pathPart) {

    boolean isVariable() {
        return pathPart != null && PathParts.isVariable(pathPart);
    }

    boolean isGreedy() {
        return pathPart != null && PathParts.isGreedy(pathPart);
    }
}
