package io.tollgate.server.config;

import io.tollgate.controlplane.credential.SecretBox;
import io.tollgate.controlplane.store.Installation;
import io.tollgate.controlplane.store.ServiceQuotas;
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

    /** The settings of this process. */
    @Produces
    @Singleton
    Settings settings() {
        return Settings.fromProcess();
    }

    /** What answers say about this installation. */
    @Produces
    @Singleton
    Installation installation(Settings settings) {
        return new Installation(settings.accountId(), settings.region());
    }

    /** What the account and its APIs can have at most. */
    @Produces
    @Singleton
    ServiceQuotas quotas(Settings settings) {
        return settings.quotas();
    }

    /** Seals stored secrets. */
    @Produces
    @Singleton
    SecretBox secretBox(Settings settings) {
        String given = System.getenv("TOLLGATE_SECRET_KEY");
        return new SecretBox(SecretKeyFile.read(settings.data(), given));
    }
}
