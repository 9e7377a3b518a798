package io.tollgate.controlplane.wire;

import java.util.function.Supplier;

/** Runs work in a database transaction. */
public interface Transactions {

    /** Commits what the work did, or rolls it back if it throws; what it threw comes out. */
    <T> T run(Supplier<T> work);
}
