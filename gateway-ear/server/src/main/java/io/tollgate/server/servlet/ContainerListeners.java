package io.tollgate.server.servlet;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.glassfish.grizzly.Processor;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.nio.NIOTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Payara's own listeners, guarded while the gateway is deployed. Payara has no published way to them, so they are looked
 * for by name at the start; where they are not found the gateway works, unguarded, and says so.
 */
public final class ContainerListeners implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerListeners.class);

    private final ContainerGuard guard = new ContainerGuard();
    private final List<FilterChain> guarded = new ArrayList<>();

    /** Puts the guard behind the reader of requests of each listener. */
    public void guard() {
        try {
            for (FilterChain chain : chains()) {
                int reader = chain.indexOfType(HttpServerFilter.class);
                if (reader >= 0) {
                    chain.add(reader + 1, guard);
                    guarded.add(chain);
                }
            }
        } catch (ReflectiveOperationException | LinkageError | ClassCastException unknown) {
            LOG.warn("Payara's listeners were not found: a broken percent escape gets an empty 200", unknown);
        }
    }

    private static List<FilterChain> chains() throws ReflectiveOperationException {
        ClassLoader payara = ContainerListeners.class.getClassLoader();
        Class<?> globals = Class.forName("org.glassfish.internal.api.Globals", true, payara);
        Class<?> service = Class.forName("com.sun.enterprise.v3.services.impl.GrizzlyService", true, payara);
        Object grizzly = globals.getMethod("get", Class.class).invoke(null, service);
        Field proxies = service.getDeclaredField("proxies");
        proxies.setAccessible(true);
        List<FilterChain> found = new ArrayList<>();
        for (Object proxy : (Collection<?>) proxies.get(grizzly)) {
            Object listener =
                    proxy.getClass().getMethod("getUnderlyingListener").invoke(proxy);
            Object transport = listener.getClass().getMethod("getTransport").invoke(listener);
            Processor<?> processor = ((NIOTransport) transport).getProcessor();
            if (processor instanceof FilterChain chain) {
                found.add(chain);
            }
        }
        return found;
    }

    @Override
    public void close() {
        guarded.forEach(chain -> chain.remove(guard));
        guarded.clear();
    }
}
