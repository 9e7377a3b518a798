package io.tollgate.controlplane.wire;

/**
 * Who makes a management call.
 *
 * @param accessKeyId the key that signed it
 * @param sourceIp where it came from
 * @param requestId its id
 */
public record Caller(String accessKeyId, String sourceIp, String requestId) {}
