package io.tollgate.controlplane.stage;

/**
 * Which state a stage is in.
 *
 * @param apiId the API
 * @param name the stage
 * @param version grows with every change
 * @param cacheGeneration how often its response cache was flushed
 */
public record StageVersion(String apiId, String name, long version, long cacheGeneration) {}
