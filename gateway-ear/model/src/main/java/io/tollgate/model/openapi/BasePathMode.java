package io.tollgate.model.openapi;

/** What import does with the base path that a document names. */
public enum BasePathMode {
    /** Drops it. */
    IGNORE,
    /** Makes it the parent of every resource. */
    PREPEND,
    /** Takes its first segment for a stage, drops that, and prepends the rest. */
    SPLIT
}
