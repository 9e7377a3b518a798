package io.tollgate.spi.http;

import java.util.concurrent.CompletionStage;

/** The gateway's outgoing HTTP client. Never blocks; call it from the thread that runs the plugin. */
public interface HttpUpstream {

    /**
     * Sends a request and completes when the response head is here. Fails with {@link UpstreamException}, never with
     * another type. The response body must be consumed or discarded.
     */
    CompletionStage<UpstreamResponse> send(UpstreamRequest request);
}
