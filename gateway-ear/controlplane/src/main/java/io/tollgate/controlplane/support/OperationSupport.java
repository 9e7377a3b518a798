package io.tollgate.controlplane.support;

import org.jspecify.annotations.Nullable;

/**
 * What is to be said of one operation.
 *
 * @param service the service model
 * @param operation AWS's name
 * @param verb the HTTP verb
 * @param path the address, variables in braces
 * @param support how far it is there
 * @param missing what a partial operation lacks, or null
 */
public record OperationSupport(
        String service,
        String operation,
        String verb,
        String path,
        Support support,
        @Nullable String missing) {}
