package io.tollgate.controlplane.wire;

/** Told after a commit what was changed, before the caller gets the answer. */
@FunctionalInterface
public interface ChangeListener {

    /** This may have changed, or is gone. Must not throw. */
    void changed(Change change);
}
