package io.tollgate.spi.integration;

import io.tollgate.spi.http.HttpUpstream;

/** What the gateway offers to one plugin. Thread-safe. */
public interface IntegrationHost {

    /** The pooled, streaming HTTP client; a call stays on the event loop that accepted the request. */
    HttpUpstream http();

    /**
     * The plugin's settings as they were bound when it was loaded.
     *
     * @param type the record that {@link io.tollgate.spi.Plugin#settings} declares
     */
    <T extends Record> T settings(Class<T> type);
}
