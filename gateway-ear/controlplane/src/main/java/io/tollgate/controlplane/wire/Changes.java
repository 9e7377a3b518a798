package io.tollgate.controlplane.wire;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Collects what a management call has changed, and tells listeners once it is committed. Thread-safe. */
@ApplicationScoped
public class Changes {
    private final List<ChangeListener> listeners = new CopyOnWriteArrayList<>();
    private final ThreadLocal<Set<Change>> pending = ThreadLocal.withInitial(LinkedHashSet::new);

    /** Adds a listener. */
    public void listen(ChangeListener listener) {
        listeners.add(listener);
    }

    /** Notes a change of the running transaction. */
    public void note(Change change) {
        pending.get().add(change);
    }

    void forget() {
        pending.remove();
    }

    void announce() {
        Set<Change> changed = pending.get();
        pending.remove();
        changed.forEach(change -> listeners.forEach(listener -> listener.changed(change)));
    }
}
