package io.tollgate.server.explain;

import io.tollgate.controlplane.wire.Input;
import io.tollgate.controlplane.wire.Json;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.SignedCalls;
import io.tollgate.controlplane.wire.SignedCalls.Result;
import io.tollgate.controlplane.wire.SignedCalls.Signed;
import io.tollgate.dataplane.explain.ExplainedMessage;
import io.tollgate.dataplane.explain.Explanation;
import io.tollgate.dataplane.gateway.Answer;
import io.tollgate.dataplane.gateway.Gateway;
import io.tollgate.dataplane.gateway.Incoming;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Sends one request through a stage as it is live on this node, and tells what each step did. It is a real call: it is
 * authorized, counted, throttled, cached, and it reaches the backend.
 */
@Path("tollgate/apis/{api}/stages/{stage}/explain")
public class ExplainEndpoint {
    private static final long LARGEST = 64 * 1024 * 1024;

    private final SignedCalls calls;
    private final Gateway gateway;

    /** Made by the container for each request. */
    @Inject
    public ExplainEndpoint(SignedCalls calls, Gateway gateway) {
        this.calls = calls;
        this.gateway = gateway;
    }

    /** The steps and the answer: as text for who accepts that, else as JSON. */
    @POST
    public Response explain(
            @PathParam("api") String api, @PathParam("stage") String stage, @Context HttpServletRequest request) {
        return calls.answer(request, call -> explained(call, api, stage));
    }

    private Result explained(Signed call, String api, String stage) {
        Incoming incoming = incoming(call, api, stage);
        Explanation explanation = new Explanation(System::nanoTime);
        long began = System.nanoTime();
        Answer answer =
                gateway.handle(incoming, explanation).toCompletableFuture().join();
        // Read first: bodies that stream are seen on their way.
        byte[] body = answer.body().read(LARGEST).toCompletableFuture().join();
        long micros = (System.nanoTime() - began) / 1_000;
        ExplainedMessage shown = explanation.answer(new Answer(answer.status(), answer.headers(), Body.of(body)));
        ExplainView view =
                new ExplainView(explanation.requestId(), micros, explanation.side(), explanation.steps(), shown);
        return new Result(200, Reply.asAsked(call.headers(), () -> ExplainText.of(view), view));
    }

    private static Incoming incoming(Signed call, String api, String stage) {
        Input input = new Input(Json.parse(call.body()), "explainInput");
        String address = input.text("pathWithQueryString", "/");
        if (address.isEmpty() || address.charAt(0) != '/') {
            throw new BadRequestException("Invalid pathWithQueryString specified: it must begin with a slash");
        }
        int question = address.indexOf('?');
        String host = api + ".execute-api.localhost";
        Headers headers = headers(input);
        if (!headers.contains("Host")) {
            headers.add("Host", host);
        }
        return new Incoming(
                input.text("method", "GET"),
                "https",
                host,
                "/" + stage + (question < 0 ? address : address.substring(0, question)),
                question < 0 ? "" : address.substring(question + 1),
                headers,
                Body.of(input.text("body", "").getBytes(StandardCharsets.UTF_8)),
                call.caller().sourceIp(),
                443);
    }

    private static Headers headers(Input input) {
        Headers headers = new Headers();
        Objects.requireNonNullElse(input.texts("headers"), Map.<String, String>of())
                .forEach(headers::add);
        input.object("multiValueHeaders")
                .ifPresent(multi -> multi.names().forEach(name -> {
                    headers.remove(name);
                    Objects.requireNonNullElse(multi.list(name), List.<String>of())
                            .forEach(value -> headers.add(name, value));
                }));
        return headers;
    }
}
