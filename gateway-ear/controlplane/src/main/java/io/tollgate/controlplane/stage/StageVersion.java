package io.tollgate.controlplane.stage;

/**
 * Which state a stage is in.
 *
 * @param apiId the API
 * @param name the stage
 * @param version grows with every change
 */
public record StageVersion(String apiId, String name, long version) {}
