package io.tollgate.server.cluster;

import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.SignedCalls;
import io.tollgate.controlplane.wire.SignedCalls.Result;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** The nodes and what each of them serves, for callers that sign as for the management API. */
@Path("tollgate/nodes")
public class NodesEndpoint {
    private final SignedCalls calls;
    private final Cluster cluster;

    /** Made by the container for each request. */
    @Inject
    public NodesEndpoint(SignedCalls calls, Cluster cluster) {
        this.calls = calls;
        this.cluster = cluster;
    }

    /** All nodes. */
    @GET
    public Response nodes(@Context HttpServletRequest request) {
        return calls.answer(request, call -> {
            List<Map<String, Object>> shown =
                    cluster.nodes().stream().map(NodesEndpoint::show).toList();
            return new Result(200, Reply.of(Map.of("nodes", shown)));
        });
    }

    private static Map<String, Object> show(Node node) {
        return Map.of(
                "id", node.id(),
                "address", node.address(),
                "startedAt", node.startedAt().toString(),
                "alive", node.alive(),
                "stages", node.stages());
    }
}
