package io.tollgate.dataplane.gateway;

import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import java.nio.charset.StandardCharsets;

/** The reserved paths at the root of an API's host: {@code /ping} and {@code /sping}. */
final class HealthPaths {
    private static final Body HEALTHY = Body.of("healthy".getBytes(StandardCharsets.UTF_8));

    private HealthPaths() {}

    static boolean contains(String path) {
        return path.equals("/ping") || path.equals("/sping");
    }

    static Answer healthy() {
        return new Answer(200, Headers.of("Content-Type", "text/plain"), HEALTHY);
    }
}
