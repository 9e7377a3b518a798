package io.tollgate.controlplane.domain;

import io.tollgate.controlplane.credential.SecretBox;
import io.tollgate.controlplane.store.Documents;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.domain.DomainName;
import io.tollgate.model.error.ApiException.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The custom domain names that exist. */
@ApplicationScoped
public class DomainNames {
    private final Documents<DomainNameRow, StoredDomainName> rows;
    private final SecretBox box;

    /** Names in this database; certificates that come with them are sealed with this box. */
    @Inject
    public DomainNames(EntityManager entities, SecretBox box) {
        this.rows = new Documents<>(entities, DomainNameRow.class, DomainNameRow::new, StoredDomainName.class);
        this.box = box;
    }

    /** The domain with this key. */
    public Optional<DomainName> find(String key) {
        return rows.find(key).map(StoredDomainName::domain);
    }

    /** All domains, sorted by key. */
    public List<DomainName> all() {
        return rows.all("").stream().map(StoredDomainName::domain).toList();
    }

    /** The certificate that was handed in with a domain, its chain and its private key as JSON. */
    public Optional<String> certificate(String key) {
        return rows.find(key)
                .flatMap(stored -> Optional.ofNullable(stored.sealedCertificate()))
                .map(text -> box.open(text, label(key)));
    }

    private static String label(String key) {
        return "domain-name/" + key;
    }

    /** The domain that a request names by path and, if it is private, by its id; or AWS's refusal. */
    DomainName require(Request request) {
        String key = DomainName.key(
                request.at("domain_name"), request.parameter("domainNameId").orElse(null));
        return find(key).orElseThrow(() -> new NotFoundException("Invalid domain name identifier specified"));
    }

    void insert(DomainName domain, @Nullable String certificate) {
        String sealedText = certificate == null ? null : box.seal(certificate, label(domain.key()));
        rows.insert(domain.key(), "", new StoredDomainName(domain, sealedText));
    }

    void update(DomainName domain) {
        rows.find(domain.key())
                .ifPresent(old -> rows.update(domain.key(), new StoredDomainName(domain, old.sealedCertificate())));
    }

    void delete(String key) {
        rows.delete(key);
    }
}
