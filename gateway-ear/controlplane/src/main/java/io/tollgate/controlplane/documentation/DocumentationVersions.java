package io.tollgate.controlplane.documentation;

import io.tollgate.controlplane.restapi.RestApiPart;
import io.tollgate.controlplane.store.Documents;
import io.tollgate.model.documentation.DocumentationSnapshot;
import io.tollgate.model.documentation.DocumentationVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** The documentation versions of APIs. */
@ApplicationScoped
public class DocumentationVersions implements RestApiPart {
    private final Documents<DocumentationVersionRow, DocumentationSnapshot> rows;

    /** Versions in this database. */
    @Inject
    public DocumentationVersions(EntityManager entities) {
        this.rows = new Documents<>(
                entities, DocumentationVersionRow.class, DocumentationVersionRow::new, DocumentationSnapshot.class);
    }

    /** A version with the parts it froze. */
    public Optional<DocumentationSnapshot> find(String apiId, String version) {
        return rows.find(key(apiId, version));
    }

    /** All versions of an API. */
    public List<DocumentationVersion> all(String apiId) {
        return rows.all(apiId).stream().map(DocumentationSnapshot::version).toList();
    }

    void put(String apiId, DocumentationSnapshot snapshot) {
        rows.put(key(apiId, snapshot.version().version()), apiId, snapshot);
    }

    void delete(String apiId, String version) {
        rows.delete(key(apiId, version));
    }

    @Override
    public void deleteAll(String apiId) {
        rows.deleteAll(apiId);
    }

    private static String key(String apiId, String version) {
        return apiId + "/" + version;
    }
}
