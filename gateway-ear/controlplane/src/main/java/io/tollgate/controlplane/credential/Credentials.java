package io.tollgate.controlplane.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The access keys of this installation. Opened secrets are kept in memory. Thread-safe. */
@ApplicationScoped
@Transactional
public class Credentials {
    private static final String ID_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String SECRET_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private final EntityManager entities;
    private final SecretBox box;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Credential> opened = new ConcurrentHashMap<>();

    /** Keys in this database, sealed with this box. */
    @Inject
    public Credentials(EntityManager entities, SecretBox box, Clock clock) {
        this.entities = entities;
        this.box = box;
        this.clock = clock;
    }

    /** The key with this id. */
    public Optional<Credential> find(String accessKeyId) {
        Credential known = opened.get(accessKeyId);
        if (known != null) {
            return Optional.of(known);
        }
        CredentialRow row = entities.find(CredentialRow.class, accessKeyId);
        if (row == null) {
            return Optional.empty();
        }
        Credential credential = new Credential(accessKeyId, box.open(row.sealedSecret(), accessKeyId));
        opened.put(accessKeyId, credential);
        return Optional.of(credential);
    }

    /** The oldest key, which the first start made; it is made now if there is none, once for all nodes. */
    public Credential root() {
        return oldest().orElseGet(this::makeRoot);
    }

    private Optional<Credential> oldest() {
        return entities.createQuery(
                        "select c from CredentialRow c order by c.createdAt, c.accessKeyId", CredentialRow.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .flatMap(row -> find(row.accessKeyId()));
    }

    private Credential makeRoot() {
        // Until the end of this transaction other nodes wait here; the next of them finds what this one made.
        entities.createNativeQuery("select id from first_start for update").getSingleResult();
        return oldest().orElseGet(() -> {
            Credential root = new Credential("AKIA" + letters(ID_LETTERS, 16), letters(SECRET_LETTERS, 40));
            entities.persist(new CredentialRow(
                    root.accessKeyId(), box.seal(root.secretAccessKey(), root.accessKeyId()), clock.instant()));
            return root;
        });
    }

    private String letters(String alphabet, int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
