package io.tollgate.controlplane.wire;

/** Told after a commit what was changed, before the caller gets the answer. */
@FunctionalInterface
public interface ChangeListener {

    /** An API's stages may have changed. Must not throw. */
    void apiChanged(String apiId);
}
