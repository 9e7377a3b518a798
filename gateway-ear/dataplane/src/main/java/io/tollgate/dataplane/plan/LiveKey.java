package io.tollgate.dataplane.plan;

import java.util.List;

/**
 * An API key as this node knows it.
 *
 * @param id the key's id
 * @param hash the keyed hash of its value
 * @param enabled whether calls with it may pass
 * @param planIds the plans that it belongs to
 */
public record LiveKey(String id, String hash, boolean enabled, List<String> planIds) {}
