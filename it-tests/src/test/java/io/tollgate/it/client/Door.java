package io.tollgate.it.client;

import io.tollgate.it.server.Addresses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A way to call an API. */
public enum Door {
    /** The express listener by the API's host name. */
    EXPRESS_BY_HOST,
    /** The express listener by path. */
    EXPRESS_BY_PATH,
    /** The container listener by the API's host name. */
    CONTAINER_BY_HOST,
    /** The container listener by path. */
    CONTAINER_BY_PATH;

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A request to an API. */
    public HttpRequest.Builder request(Addresses tollgate, String api, String stageAndPath) {
        return switch (this) {
            case EXPRESS_BY_HOST -> byHost(tollgate.express(), api, stageAndPath);
            case EXPRESS_BY_PATH -> byPath(tollgate.express(), api, stageAndPath);
            case CONTAINER_BY_HOST -> byHost(tollgate.container(), api, stageAndPath);
            case CONTAINER_BY_PATH -> byPath(tollgate.container(), api, stageAndPath);
        };
    }

    private static HttpRequest.Builder byHost(URI listener, String api, String stageAndPath) {
        return HttpRequest.newBuilder(listener.resolve(stageAndPath))
                .header("Host", api + ".execute-api.localhost:" + listener.getPort())
                .timeout(Duration.ofSeconds(60));
    }

    private static HttpRequest.Builder byPath(URI listener, String api, String stageAndPath) {
        return HttpRequest.newBuilder(listener.resolve("/_aws/execute-api/" + api + stageAndPath))
                .timeout(Duration.ofSeconds(60));
    }

    /** The answer to a GET. */
    public HttpResponse<String> get(Addresses tollgate, String api, String stageAndPath) {
        return send(request(tollgate, api, stageAndPath).build());
    }

    /** The answer to a request. */
    public static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(request.uri() + ": " + failed, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while calling", stopped);
        }
    }
}
