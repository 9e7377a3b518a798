package io.tollgate.server.persistence;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Brings the schema up to date before Hibernate validates it. Nodes that start together are put in line by Flyway's own
 * lock, so a migration runs once. A schema that is newer than this version, or was changed by hand, is refused.
 */
public final class Migrations implements Integrator {

    @Override
    public void integrate(Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor sessionFactory) {
        Map<String, Object> settings = sessionFactory.getProperties();
        Object source = settings.get(AvailableSettings.JAKARTA_JTA_DATASOURCE);
        migrate(source instanceof DataSource pooled ? pooled : new ConfiguredDataSource());
    }

    /**
     * Migrates a database.
     *
     * @throws IllegalStateException with one clear sentence if the schema is not one that this version can use
     */
    public static void migrate(DataSource source) {
        Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/migration")
                .ignoreMigrationPatterns(new String[0])
                .load();
        try {
            flyway.migrate();
        } catch (FlywayException refused) {
            throw new IllegalStateException(
                    "The database's schema is not one that this version of Tollgate can use: " + inOneLine(refused),
                    refused);
        }
    }

    /** Flyway's reason with its details, which it puts on lines of their own. */
    private static String inOneLine(FlywayException refused) {
        return String.valueOf(refused.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
    }

    @Override
    public void disintegrate(SessionFactoryImplementor sessionFactory, SessionFactoryServiceRegistry registry) {
        // Nothing is held.
    }
}
