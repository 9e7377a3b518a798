package io.tollgate.controlplane.store;

/**
 * What answers say about this installation.
 *
 * @param accountId the twelve-digit account
 * @param region the region
 */
public record Installation(String accountId, String region) {}
