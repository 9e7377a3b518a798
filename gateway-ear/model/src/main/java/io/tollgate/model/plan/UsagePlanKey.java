package io.tollgate.model.plan;

/**
 * That a key belongs to a plan.
 *
 * @param keyId the key's id
 * @param planId the plan's id
 */
public record UsagePlanKey(String keyId, String planId) {}
