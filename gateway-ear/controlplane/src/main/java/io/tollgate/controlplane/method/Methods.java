package io.tollgate.controlplane.method;

import io.tollgate.controlplane.restapi.RestApiPart;
import io.tollgate.controlplane.store.Documents;
import io.tollgate.model.error.ApiException.NotFoundException;
import io.tollgate.model.restapi.Integration;
import io.tollgate.model.restapi.Method;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The methods of APIs, each with its responses and integration as one document. */
@ApplicationScoped
public class Methods implements RestApiPart {
    private final Documents<MethodRow, StoredMethod> rows;

    /** Methods in this database. */
    @Inject
    public Methods(EntityManager entities) {
        this.rows = new Documents<>(entities, MethodRow.class, MethodRow::new, StoredMethod.class);
    }

    /** The method of a verb on a resource. */
    public Optional<Method> find(String apiId, String resourceId, String verb) {
        return rows.find(key(apiId, resourceId, verb)).map(StoredMethod::method);
    }

    /** The method, or AWS's refusal. */
    public Method require(String apiId, String resourceId, String verb) {
        return find(apiId, resourceId, verb)
                .orElseThrow(() -> new NotFoundException("Invalid Method identifier specified"));
    }

    /** The method's integration, or AWS's refusal: also where the method does not exist. */
    public Integration requireIntegration(String apiId, String resourceId, String verb) {
        return find(apiId, resourceId, verb)
                .flatMap(method -> Optional.ofNullable(method.methodIntegration()))
                .orElseThrow(() -> new NotFoundException("Invalid Integration identifier specified"));
    }

    /** All methods of an API by resource and verb. */
    public Map<String, Map<String, Method>> all(String apiId) {
        Map<String, Map<String, Method>> all = new HashMap<>();
        for (StoredMethod stored : rows.all(apiId)) {
            all.computeIfAbsent(stored.resourceId(), any -> new HashMap<>())
                    .put(stored.method().httpMethod(), stored.method());
        }
        return all;
    }

    /** Adds or replaces a method. */
    public void put(String apiId, String resourceId, Method method) {
        rows.put(key(apiId, resourceId, method.httpMethod()), apiId, new StoredMethod(resourceId, method));
    }

    /** Removes a method; does nothing if it is not there. */
    public void delete(String apiId, String resourceId, String verb) {
        rows.delete(key(apiId, resourceId, verb));
    }

    /** Removes all methods of a resource. */
    public void deleteOf(String apiId, String resourceId) {
        all(apiId).getOrDefault(resourceId, Map.of()).keySet().forEach(verb -> delete(apiId, resourceId, verb));
    }

    @Override
    public void deleteAll(String apiId) {
        rows.deleteAll(apiId);
    }

    private static String key(String apiId, String resourceId, String verb) {
        return apiId + "/" + resourceId + "/" + verb;
    }
}
