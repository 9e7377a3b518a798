package io.tollgate.controlplane.testing;

import io.tollgate.controlplane.wire.Transactions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.function.Supplier;
import org.hibernate.cfg.Configuration;

/** A database of its own with the real schema, and the entity manager of the running transaction. */
final class TestDatabase implements Transactions, AutoCloseable {
    private final ThreadLocal<EntityManager> current = new ThreadLocal<>();
    private final TestSchema schema = TestSchema.fresh();
    private final EntityManagerFactory factory;

    TestDatabase() {
        factory = new Configuration()
                .addResource("META-INF/controlplane-orm.xml")
                .setProperty("hibernate.connection.url", schema.url())
                .setProperty("hibernate.connection.username", schema.user())
                .setProperty("hibernate.connection.password", "")
                .setProperty("hibernate.hbm2ddl.auto", "validate")
                .setProperty("hibernate.jdbc.time_zone", "UTC")
                .buildSessionFactory();
    }

    /** Speaks to the transaction of the calling thread. */
    EntityManager entities() {
        return (EntityManager) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(Objects.requireNonNull(current.get(), "no transaction"), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public <T> T run(Supplier<T> work) {
        EntityManager entities = factory.createEntityManager();
        current.set(entities);
        entities.getTransaction().begin();
        try {
            T result = work.get();
            entities.getTransaction().commit();
            return result;
        } finally {
            current.remove();
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            entities.close();
        }
    }

    @Override
    public void close() {
        factory.close();
        schema.close();
    }
}
