package io.tollgate.controlplane.documentation;

import io.tollgate.controlplane.restapi.RestApiPart;
import io.tollgate.controlplane.store.Documents;
import io.tollgate.controlplane.store.ServiceQuota;
import io.tollgate.controlplane.store.ServiceQuotas;
import io.tollgate.model.documentation.DocumentationPart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The documentation parts of APIs. */
@ApplicationScoped
public class DocumentationParts implements RestApiPart {

    private final Documents<DocumentationPartRow, DocumentationPart> rows;
    private final ServiceQuotas quotas;

    /** Parts in this database. */
    @Inject
    public DocumentationParts(EntityManager entities, ServiceQuotas quotas) {
        this.quotas = quotas;
        this.rows = new Documents<>(
                entities, DocumentationPartRow.class, DocumentationPartRow::new, DocumentationPart.class);
    }

    /** The part with this id. */
    public Optional<DocumentationPart> find(String apiId, String id) {
        return rows.find(key(apiId, id));
    }

    /** All parts of an API, sorted by id. */
    public List<DocumentationPart> all(String apiId) {
        return rows.all(apiId);
    }

    /** Makes these the parts of an API; what does not change is not written. */
    public void replace(String apiId, List<DocumentationPart> parts) {
        checkRoom(parts.size());
        Set<String> kept = parts.stream().map(DocumentationPart::id).collect(Collectors.toSet());
        all(apiId).stream().filter(old -> !kept.contains(old.id())).forEach(old -> delete(apiId, old.id()));
        parts.forEach(part -> put(apiId, part));
    }

    void put(String apiId, DocumentationPart part) {
        rows.put(key(apiId, part.id()), apiId, part);
    }

    void delete(String apiId, String id) {
        rows.delete(key(apiId, id));
    }

    void checkRoom(int parts) {
        quotas.checkCount(ServiceQuota.DOCUMENTATION_PARTS, parts);
    }

    @Override
    public void deleteAll(String apiId) {
        rows.deleteAll(apiId);
    }

    private static String key(String apiId, String id) {
        return apiId + "/" + id;
    }
}
