package io.tollgate.transport;

/**
 * Bounds of the outgoing client.
 *
 * @param connectMillis how long a connection may take to open
 * @param idleSeconds how long an unused connection is kept
 * @param connectionsPerOrigin open connections to one origin, for each event loop
 * @param waitingPerOrigin calls that may wait for one of them, for each event loop
 * @param maxHeaderBytes a backend's header fields together
 * @param maxBodyBytes a backend's payload
 */
public record UpstreamSettings(
        int connectMillis,
        int idleSeconds,
        int connectionsPerOrigin,
        int waitingPerOrigin,
        int maxHeaderBytes,
        long maxBodyBytes) {

    /** Bounds that fit most backends. */
    public static final UpstreamSettings DEFAULTS = new UpstreamSettings(5_000, 30, 1_024, 4_096, 65_536, 10_485_760);
}
