package io.tollgate.server.cluster;

import io.tollgate.controlplane.wire.Authentication;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.model.error.ApiException;
import io.tollgate.spi.http.Headers;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The nodes and what each of them serves, for callers that sign as for the management API. */
@Path("tollgate/nodes")
public class NodesEndpoint {
    private final Authentication authentication;
    private final Cluster cluster;

    /** Made by the container for each request. */
    @Inject
    public NodesEndpoint(Authentication authentication, Cluster cluster) {
        this.authentication = authentication;
        this.cluster = cluster;
    }

    /** All nodes. */
    @GET
    public Response nodes(@Context HttpServletRequest request) {
        try {
            authentication.accessKeyOf(
                    request.getMethod(),
                    request.getRequestURI(),
                    Objects.requireNonNullElse(request.getQueryString(), ""),
                    headersOf(request),
                    new byte[0]);
        } catch (ApiException refused) {
            return Response.status(refused.status())
                    .header("x-amzn-ErrorType", refused.code())
                    .type("application/json")
                    .entity(Reply.of(Map.of("message", refused.text())).body())
                    .build();
        }
        List<Map<String, Object>> shown =
                cluster.nodes().stream().map(NodesEndpoint::show).toList();
        return Response.ok(Reply.of(Map.of("nodes", shown)).body(), "application/json")
                .build();
    }

    private static Map<String, Object> show(Node node) {
        return Map.of(
                "id", node.id(),
                "address", node.address(),
                "startedAt", node.startedAt().toString(),
                "alive", node.alive(),
                "stages", node.stages());
    }

    private static Headers headersOf(HttpServletRequest request) {
        Headers headers = new Headers();
        for (String name : Collections.list(request.getHeaderNames())) {
            Collections.list(request.getHeaders(name)).forEach(value -> headers.add(name, value));
        }
        return headers;
    }
}
