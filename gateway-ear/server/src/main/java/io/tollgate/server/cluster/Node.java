package io.tollgate.server.cluster;

import java.time.Instant;
import java.util.Map;

/**
 * A node as it is shown.
 *
 * @param id made anew at every start
 * @param address where its Hazelcast listens, or its express listener if it is alone
 * @param startedAt when it was started
 * @param alive whether it gave a sign of life within the last seconds
 * @param stages the version of every stage that it serves, by {@code apiId:stage}
 */
record Node(String id, String address, Instant startedAt, boolean alive, Map<String, Long> stages) {}
