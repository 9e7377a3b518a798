package io.tollgate.server.config;

import io.tollgate.controlplane.credential.SecretBox;
import io.tollgate.controlplane.store.Installation;
import io.tollgate.controlplane.store.ServiceQuotas;
import io.tollgate.model.plan.ThrottleSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What other beans are given: settings, clock, database, the box for secrets. */
@ApplicationScoped
public class Producers {

    @PersistenceContext(unitName = "tollgate")
    private @Nullable EntityManager entities;

    /** The database of the current transaction. */
    @Produces
    @Dependent
    EntityManager entityManager() {
        return java.util.Objects.requireNonNull(entities, "the persistence unit is not there");
    }

    /** The wall clock. */
    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    /** What is set for this process. */
    @Produces
    @Singleton
    Configuration configuration() {
        return Configuration.ofThisProcess();
    }

    /** The settings of this process. */
    @Produces
    @Singleton
    GatewaySettings settings(Configuration configuration) {
        return configuration.gateway();
    }

    /** What answers say about this installation. */
    @Produces
    @Singleton
    Installation installation(GatewaySettings settings) {
        ThrottleSettings throttle = settings.accountRateLimit() == 0
                ? null
                : new ThrottleSettings(settings.accountBurstLimit(), (double) settings.accountRateLimit());
        return new Installation(settings.accountId(), settings.region(), throttle);
    }

    /** What the account and its APIs can have at most. */
    @Produces
    @Singleton
    ServiceQuotas quotas(Configuration configuration) {
        return configuration.quotas();
    }

    /** Seals stored secrets. */
    @Produces
    @Singleton
    SecretBox secretBox(Configuration configuration) {
        return new SecretBox(SecretKeyFile.read(
                configuration.gateway().data(), configuration.storage().secretKey()));
    }
}
