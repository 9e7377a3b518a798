package io.tollgate.controlplane.resource;

import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.error.ApiException.ConflictException;
import io.tollgate.model.restapi.PathParts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a path tree may look like (features 2.2, recorded). */
final class ResourceRules {
    private final Map<String, StoredResource> byId = new HashMap<>();

    ResourceRules(List<StoredResource> resources) {
        resources.forEach(resource -> byId.put(resource.id(), resource));
    }

    /** Refuses a resource that cannot stand where it says. */
    void check(StoredResource resource) {
        String part = Objects.requireNonNullElse(resource.pathPart(), "");
        PathParts.check(part);
        StoredResource parent = byId.get(resource.parentId());
        if (parent != null && parent.isGreedy()) {
            throw new BadRequestException(
                    "Cannot create a child of a resource with a greedy path variable: " + parent.pathPart());
        }
        for (StoredResource sibling : byId.values()) {
            if (!sibling.id().equals(resource.id()) && Objects.equals(sibling.parentId(), resource.parentId())) {
                checkSibling(resource, part, sibling);
            }
        }
    }

    private static void checkSibling(StoredResource resource, String part, StoredResource sibling) {
        if (part.equals(sibling.pathPart())) {
            throw new ConflictException("Another resource with the same parent already has this name: " + part);
        }
        if (resource.isVariable() && sibling.isVariable()) {
            throw new BadRequestException("A sibling (" + sibling.pathPart()
                    + ") of this resource already has a variable path part -- only one is allowed");
        }
    }

    /** Refuses a resource below itself. */
    void checkAcyclic(StoredResource resource) {
        StoredResource above = byId.get(resource.parentId());
        while (above != null) {
            if (above.id().equals(resource.id())) {
                throw new BadRequestException("Resources cannot be cyclical.");
            }
            above = byId.get(above.parentId());
        }
    }

    /** Whether something stands below a resource. */
    boolean hasChildren(StoredResource resource) {
        return byId.values().stream().anyMatch(one -> resource.id().equals(one.parentId()));
    }
}
