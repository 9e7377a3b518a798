package io.tollgate.controlplane.domain;

import io.tollgate.controlplane.restapi.RestApiReference;
import io.tollgate.controlplane.store.Documents;
import io.tollgate.model.domain.BasePathMapping;
import io.tollgate.model.domain.DomainName;
import io.tollgate.model.error.ApiException.BadRequestException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The base path mappings of domains. An API or a stage that one leads to cannot be deleted. */
@ApplicationScoped
public class BasePathMappings implements DomainPart, RestApiReference {
    private final Documents<BasePathMappingRow, BasePathMapping> rows;
    private final DomainNames domains;

    /** Mappings in this database. */
    @Inject
    public BasePathMappings(EntityManager entities, DomainNames domains) {
        this.rows = new Documents<>(entities, BasePathMappingRow.class, BasePathMappingRow::new, BasePathMapping.class);
        this.domains = domains;
    }

    /** The mapping of a base path. */
    public Optional<BasePathMapping> find(String domainKey, String basePath) {
        return rows.find(key(domainKey, basePath));
    }

    /** All mappings of a domain, sorted by base path. */
    public List<BasePathMapping> all(String domainKey) {
        return rows.all(domainKey);
    }

    void put(String domainKey, BasePathMapping mapping) {
        rows.put(key(domainKey, mapping.basePath()), domainKey, mapping);
    }

    void delete(String domainKey, String basePath) {
        rows.delete(key(domainKey, basePath));
    }

    @Override
    public void deleteAll(String domainKey) {
        rows.deleteAll(domainKey);
    }

    private static String key(String domainKey, String basePath) {
        return domainKey + "/" + basePath;
    }

    @Override
    public void checkApiUnused(String apiId) {
        String users = users(mapping -> mapping.restApiId().equals(apiId));
        if (!users.isEmpty()) {
            throw new BadRequestException("Deleting RestApi " + apiId
                    + " failed. Please remove all base path mappings related to the RestApi in your domains: " + users
                    + ".");
        }
    }

    @Override
    public void checkStageUnused(String apiId, String stageName) {
        String users = users(mapping -> mapping.restApiId().equals(apiId) && stageName.equals(mapping.stage()));
        if (!users.isEmpty()) {
            throw new BadRequestException("Deleting stage " + stageName
                    + " failed. Please remove all base path mappings related to the stage in your domains: " + users
                    + ".");
        }
    }

    private String users(Predicate<BasePathMapping> leadsThere) {
        return domains.all().stream()
                .filter(domain -> all(domain.key()).stream().anyMatch(leadsThere))
                .map(DomainName::domainName)
                .collect(Collectors.joining(", "));
    }
}
