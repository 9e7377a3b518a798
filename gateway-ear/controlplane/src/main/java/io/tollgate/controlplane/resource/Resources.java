package io.tollgate.controlplane.resource;

import io.tollgate.controlplane.method.Methods;
import io.tollgate.controlplane.restapi.RestApiPart;
import io.tollgate.controlplane.store.Documents;
import io.tollgate.model.error.ApiException.ConflictException;
import io.tollgate.model.error.ApiException.NotFoundException;
import io.tollgate.model.restapi.Method;
import io.tollgate.model.restapi.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The resources of APIs. */
@ApplicationScoped
public class Resources implements RestApiPart {
    private final Documents<ResourceRow, StoredResource> rows;
    private final Methods methods;

    /** Resources in this database. */
    @Inject
    public Resources(EntityManager entities, Methods methods) {
        this.rows = new Documents<>(entities, ResourceRow.class, ResourceRow::new, StoredResource.class);
        this.methods = methods;
    }

    /** Makes the resource {@code /} of a new API. */
    public void insertRoot(String apiId, String resourceId) {
        insert(apiId, new StoredResource(resourceId, null, null));
    }

    /** Adds a resource. */
    public void insert(String apiId, StoredResource resource) {
        rows.insert(key(apiId, resource.id()), apiId, resource);
    }

    /** Adds or replaces a resource. */
    public void put(String apiId, StoredResource resource) {
        rows.put(key(apiId, resource.id()), apiId, resource);
    }

    void update(String apiId, StoredResource resource) {
        rows.update(key(apiId, resource.id()), resource);
    }

    /** Removes a resource with its methods. */
    public void delete(String apiId, String resourceId) {
        methods.deleteOf(apiId, resourceId);
        rows.delete(key(apiId, resourceId));
    }

    /** The resource with this id, or AWS's refusal: also where the API does not exist. */
    public StoredResource require(String apiId, String resourceId) {
        return find(apiId, resourceId)
                .orElseThrow(() -> new NotFoundException("Invalid Resource identifier specified"));
    }

    Optional<StoredResource> find(String apiId, String resourceId) {
        return rows.find(key(apiId, resourceId));
    }

    List<StoredResource> stored(String apiId) {
        return rows.all(apiId);
    }

    /** All resources of an API with their methods, sorted by path. */
    public List<Resource> all(String apiId) {
        List<StoredResource> stored = rows.all(apiId);
        Map<String, StoredResource> byId = new HashMap<>();
        stored.forEach(resource -> byId.put(resource.id(), resource));
        Map<String, Map<String, Method>> ofResources = methods.all(apiId);
        return stored.stream()
                .map(one -> complete(one, byId, ofResources.getOrDefault(one.id(), Map.of())))
                .sorted(Comparator.comparing(Resource::path))
                .toList();
    }

    /**
     * Refuses to delete what a method of an API uses, in the words that AWS has for authorizers.
     *
     * @param what the thing with its name
     */
    public void checkUnused(String apiId, String what, Predicate<Method> uses) {
        for (Resource resource : all(apiId)) {
            for (Method method : resource.resourceMethods().values()) {
                if (uses.test(method)) {
                    throw new ConflictException("Cannot delete " + what + ", is referenced in method: "
                            + method.httpMethod() + "/" + resource.path());
                }
            }
        }
    }

    /** One resource with its path and methods. */
    public Resource complete(String apiId, StoredResource resource) {
        Map<String, StoredResource> byId = new HashMap<>();
        rows.all(apiId).forEach(one -> byId.put(one.id(), one));
        return complete(resource, byId, methods.all(apiId).getOrDefault(resource.id(), Map.of()));
    }

    private static Resource complete(
            StoredResource resource, Map<String, StoredResource> byId, Map<String, Method> ofResource) {
        return new Resource(resource.id(), resource.parentId(), resource.pathPart(), path(resource, byId), ofResource);
    }

    static String path(StoredResource resource, Map<String, StoredResource> byId) {
        StringBuilder path = new StringBuilder();
        StoredResource current = resource;
        while (current != null && current.parentId() != null) {
            path.insert(0, "/" + current.pathPart());
            current = byId.get(current.parentId());
        }
        return path.isEmpty() ? "/" : path.toString();
    }

    @Override
    public void deleteAll(String apiId) {
        rows.deleteAll(apiId);
    }

    private static String key(String apiId, String resourceId) {
        return apiId + "/" + resourceId;
    }
}
