package io.tollgate.controlplane.wire;

import io.tollgate.controlplane.wire.SignedCalls.Result;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/**
 * The way from an address of ours to an operation that AWS does not have. Nouns contribute such operations like others, under
 * the service {@link #SERVICE}, so that transactions, audit and rights are those of all operations. Thread-safe.
 */
@ApplicationScoped
public class OwnOperations {
    /** The service of the operations that AWS does not have. */
    public static final String SERVICE = "tollgate";

    private final SignedCalls calls;
    private final Dispatcher dispatcher;

    /** Signed calls go to this dispatcher. */
    @Inject
    public OwnOperations(SignedCalls calls, Dispatcher dispatcher) {
        this.calls = calls;
        this.dispatcher = dispatcher;
    }

    /** Answers a call by an operation with what the address names. */
    public Response answer(HttpServletRequest request, String operation, Map<String, String> path) {
        return calls.answer(request, call -> new Result(200, dispatcher.run(call.request(SERVICE, operation, path))));
    }
}
