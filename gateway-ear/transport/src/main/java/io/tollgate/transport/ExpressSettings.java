package io.tollgate.transport;

import java.time.Duration;

/**
 * What the express listener accepts.
 *
 * @param host the address to bind
 * @param port the port; 0 takes a free one
 * @param maxUrlBytes the longest request target; beyond it 414
 * @param maxHeaderBytes all header fields together; beyond it 431
 * @param maxBodyBytes the largest payload; beyond it 413
 * @param maxConnections open connections; a further one is closed at once
 * @param headTimeout how long a request head may take to arrive
 * @param idleTimeout how long a connection may be silent
 * @param drainTimeout how long running requests may take when the listener closes
 */
public record ExpressSettings(
        String host,
        int port,
        int maxUrlBytes,
        int maxHeaderBytes,
        long maxBodyBytes,
        int maxConnections,
        Duration headTimeout,
        Duration idleTimeout,
        Duration drainTimeout) {

    /** AWS's limits of a regional API, and bounds for what AWS does not tell. */
    public static ExpressSettings at(String host, int port) {
        return new ExpressSettings(
                host,
                port,
                10_240,
                10_240,
                10_485_760,
                16_384,
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofSeconds(30));
    }

    /** The same with another drain time-out. */
    public ExpressSettings drainingFor(Duration other) {
        return new ExpressSettings(
                host, port, maxUrlBytes, maxHeaderBytes, maxBodyBytes, maxConnections, headTimeout, idleTimeout, other);
    }
}
