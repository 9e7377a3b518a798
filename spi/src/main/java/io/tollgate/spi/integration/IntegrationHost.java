package io.tollgate.spi.integration;

import io.tollgate.spi.http.HttpUpstream;

/** What the gateway offers to an integration. Thread-safe. */
public interface IntegrationHost {

    /** The pooled, streaming HTTP client; a call stays on the event loop that accepted the request. */
    HttpUpstream http();

    /** A plugin setting of the gateway's configuration, or the fallback. Keys are kebab-case and dotted. */
    String setting(String key, String fallback);
}
