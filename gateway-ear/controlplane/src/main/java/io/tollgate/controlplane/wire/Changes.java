package io.tollgate.controlplane.wire;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Collects which APIs a management call has changed, and tells listeners once it is committed. Thread-safe. */
@ApplicationScoped
public class Changes {
    private final List<ChangeListener> listeners = new CopyOnWriteArrayList<>();
    private final ThreadLocal<Set<String>> pending = ThreadLocal.withInitial(LinkedHashSet::new);

    /** Adds a listener. */
    public void listen(ChangeListener listener) {
        listeners.add(listener);
    }

    /** Notes that an API's stages have changed in the running transaction. */
    public void apiChanged(String apiId) {
        pending.get().add(apiId);
    }

    void forget() {
        pending.remove();
    }

    void announce() {
        Set<String> changed = pending.get();
        pending.remove();
        changed.forEach(apiId -> listeners.forEach(listener -> listener.apiChanged(apiId)));
    }
}
