package io.tollgate.dataplane.limit;

/** A limit of calls that can be asked without waiting: a token is there or it is not. Thread-safe. */
public interface Bucket {

    /** Takes a token if there is one. */
    boolean take();

    /** Puts a token back that was taken for a call that another limit stopped. */
    void giveBack();

    /** The tokens that are there now, as this node sees it. */
    int available();

    /** What it limits calls to. */
    Limit limit();
}
