package io.tollgate.controlplane.vpclink;

import io.tollgate.controlplane.store.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** The VPC links that exist. */
@ApplicationScoped
public class VpcLinks {
    private final Documents<VpcLinkRow, VpcLink> rows;

    /** Those in this database. */
    @Inject
    public VpcLinks(EntityManager entities) {
        this.rows = new Documents<>(entities, VpcLinkRow.class, VpcLinkRow::new, VpcLink.class);
    }

    /** Whether there is a link with this id. */
    public boolean exists(String id) {
        return rows.exists(id);
    }

    Optional<VpcLink> find(String id) {
        return rows.find(id);
    }

    List<VpcLink> all() {
        return rows.all("");
    }

    void put(VpcLink link) {
        rows.put(link.id(), "", link);
    }

    void delete(String id) {
        rows.delete(id);
    }
}
