package io.tollgate.controlplane.tags;

/** A noun whose things can be tagged. */
@FunctionalInterface
public interface Taggable {

    /** Whether this noun has a thing with this path, for example {@code /restapis/abc}. */
    boolean exists(String path);
}
