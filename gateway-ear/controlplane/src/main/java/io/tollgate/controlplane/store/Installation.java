package io.tollgate.controlplane.store;

import io.tollgate.model.plan.ThrottleSettings;
import org.jspecify.annotations.Nullable;

/**
 * What answers say about this installation.
 *
 * @param accountId the twelve-digit account
 * @param region the region
 * @param throttle how often all APIs together may be called, or null for any number
 */
public record Installation(
        String accountId, String region, @Nullable ThrottleSettings throttle) {}
