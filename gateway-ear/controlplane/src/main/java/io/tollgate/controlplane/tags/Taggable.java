package io.tollgate.controlplane.tags;

/** A noun whose things can be tagged. */
public interface Taggable {

    /** Whether this noun has a thing with this path, for example {@code /restapis/abc}. */
    boolean exists(String path);

    /** The tags of the thing with this path have been changed in the running transaction. */
    default void tagged(String path) {}
}
