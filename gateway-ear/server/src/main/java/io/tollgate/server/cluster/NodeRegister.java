package io.tollgate.server.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tollgate.controlplane.wire.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The nodes in the database. Nodes that cannot reach each other still see here that they are alive. Everything blocks.
 */
@ApplicationScoped
class NodeRegister {
    private static final String ALIVE = "seen_at > current_timestamp - interval '2' second";
    // Longer than a node can be silent and still be in touch, so that a node that was given up counts by its calls
    // since.
    private static final String DRAWS = "drew_at > current_timestamp - interval '10' second";
    private static final TypeReference<Map<String, Long>> VERSIONS = new TypeReference<>() {};

    private final Transactions transactions;
    private final EntityManager entities;
    private final ObjectMapper json = new ObjectMapper();

    @Inject
    NodeRegister(Transactions transactions, EntityManager entities) {
        this.transactions = transactions;
        this.entities = entities;
    }

    /**
     * Notes a sign of life, and forgets what had the node's address before.
     *
     * @param draws whether the node has drawn tokens of shared limits since the last sign
     */
    void beat(Node node, boolean draws) {
        transactions.run(() -> {
            String stages = write(node.stages());
            int known = entities.createNativeQuery(
                            "update cluster_node set seen_at = current_timestamp, stages = :stages"
                                    + (draws ? ", drew_at = current_timestamp" : "") + " where id = :id")
                    .setParameter("stages", stages)
                    .setParameter("id", node.id())
                    .executeUpdate();
            if (known == 0) {
                add(node, stages);
            }
            return known;
        });
    }

    private void add(Node node, String stages) {
        entities.createNativeQuery("delete from cluster_node where address = :address")
                .setParameter("address", node.address())
                .executeUpdate();
        entities.createNativeQuery("insert into cluster_node (id, address, started_at, seen_at, stages)"
                        + " values (:id, :address, :started, current_timestamp, :stages)")
                .setParameter("id", node.id())
                .setParameter("address", node.address())
                .setParameter("started", node.startedAt().toEpochMilli())
                .setParameter("stages", stages)
                .executeUpdate();
    }

    /** Those that gave a sign of life lately: by address, whether they draw tokens of shared limits. */
    Map<String, Boolean> alive() {
        List<?> rows = transactions.run(() -> entities.createNativeQuery(
                        "select address, case when " + DRAWS + " then 1 else 0 end from cluster_node where " + ALIVE)
                .getResultList());
        Map<String, Boolean> draws = new HashMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            draws.merge(columns[0].toString(), ((Number) columns[1]).intValue() == 1, Boolean::logicalOr);
        }
        return draws;
    }

    /** All that are known, those that are down included. */
    List<Node> all() {
        List<?> rows = transactions.run(() -> entities.createNativeQuery("select id, address, started_at, case when "
                        + ALIVE + " then 1 else 0 end, stages from cluster_node order by address")
                .getResultList());
        return rows.stream().map(row -> read((Object[]) row)).toList();
    }

    /** Forgets a node that ends. */
    void remove(String id) {
        transactions.run(() -> entities.createNativeQuery("delete from cluster_node where id = :id")
                .setParameter("id", id)
                .executeUpdate());
    }

    private String write(Map<String, Long> stages) {
        try {
            return json.writeValueAsString(stages);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("cannot write the versions of stages", broken);
        }
    }

    private Node read(Object[] row) {
        try {
            return new Node(
                    row[0].toString(),
                    row[1].toString(),
                    Instant.ofEpochMilli(((Number) row[2]).longValue()),
                    ((Number) row[3]).intValue() == 1,
                    json.readValue(row[4].toString(), VERSIONS));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("cannot read the versions of stages", broken);
        }
    }
}
