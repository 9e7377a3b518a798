package io.tollgate.server.invoke;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.deployment.ApiDefinitions;
import io.tollgate.controlplane.method.Methods;
import io.tollgate.controlplane.resource.Resources;
import io.tollgate.controlplane.store.Installation;
import io.tollgate.controlplane.wire.Contribution;
import io.tollgate.controlplane.wire.Input;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.controlplane.wire.Transactions;
import io.tollgate.dataplane.gateway.Answer;
import io.tollgate.dataplane.gateway.Gateway;
import io.tollgate.dataplane.gateway.Incoming;
import io.tollgate.dataplane.live.LiveTest;
import io.tollgate.dataplane.live.StageCompiler;
import io.tollgate.dataplane.log.ExecutionLog;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.restapi.ApiDefinition;
import io.tollgate.model.restapi.Method;
import io.tollgate.model.restapi.Resource;
import io.tollgate.model.stage.LiveStageDocument;
import io.tollgate.model.stage.Stage;
import io.tollgate.model.stage.StageOptions;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * TestInvokeMethod: walks the pipeline of a method as it is now, deployed or not, and returns what came out together with
 * the execution log. Authorization, API keys and throttles are bypassed (features 16).
 */
@ApplicationScoped
public class TestInvokeMethod implements Contribution {
    private static final String STAGE = "test-invoke-stage";
    private static final String HOST = "testPrefix.testDomainName";

    private final Transactions transactions;
    private final ApiDefinitions definitions;
    private final Resources resources;
    private final Methods methods;
    private final Installation installation;
    private final StageCompiler compiler;
    private final Gateway gateway;
    private final Clock clock;

    /** The operation on these APIs. */
    @Inject
    public TestInvokeMethod(
            Transactions transactions,
            ApiDefinitions definitions,
            Resources resources,
            Methods methods,
            Installation installation,
            StageCompiler compiler,
            Gateway gateway,
            Clock clock) {
        this.transactions = transactions;
        this.definitions = definitions;
        this.resources = resources;
        this.methods = methods;
        this.installation = installation;
        this.compiler = compiler;
        this.gateway = gateway;
        this.clock = clock;
    }

    /** What is invoked. */
    private record Target(ApiDefinition definition, Resource resource, Method method) {}

    @Override
    public Map<String, Function<Request, Reply>> operations() {
        return Map.of();
    }

    @Override
    public Map<String, Function<Request, Reply>> waitingOperations() {
        return Map.of("TestInvokeMethod", this::invoke);
    }

    private Reply invoke(Request request) {
        Target target = transactions.run(() -> find(request));
        Input input = request.input();
        byte[] body = input.text("body", "").getBytes(StandardCharsets.UTF_8);
        Incoming incoming = incoming(request, target, input, body);
        ExecutionLog log = new ExecutionLog(clock);
        long began = System.nanoTime();
        try (LiveTest test = compiler.compileForTest(
                document(target, input.texts("stageVariables")), target.resource(), target.method(), log)) {
            Answer answer = gateway.test(test, incoming, body, log)
                    .toCompletableFuture()
                    .join();
            long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
            return Reply.of(view(answer).put("log", log.text()).put("latency", millis));
        }
    }

    private Target find(Request request) {
        String apiId = request.at("restapi_id");
        String resourceId = request.at("resource_id");
        resources.require(apiId, resourceId);
        Method method = methods.require(apiId, resourceId, request.at("http_method"));
        ApiDefinition definition = definitions.load(apiId);
        Resource resource = definition.resources().stream()
                .filter(one -> one.id().equals(resourceId))
                .findFirst()
                .orElseThrow();
        return new Target(definition, resource, method);
    }

    private static Incoming incoming(Request request, Target target, Input input, byte[] body) {
        String address = input.text("pathWithQueryString", target.resource().path());
        int question = address.indexOf('?');
        String path = question < 0 ? address : address.substring(0, question);
        if (path.isEmpty() || path.charAt(0) != '/') {
            throw new BadRequestException("Invalid path specified: it must begin with a slash");
        }
        String verb = request.at("http_method").equals("ANY") ? "GET" : request.at("http_method");
        return new Incoming(
                verb,
                "https",
                HOST,
                path,
                question < 0 ? "" : address.substring(question + 1),
                headers(input),
                Body.of(body),
                request.caller().sourceIp(),
                443);
    }

    private static Headers headers(Input input) {
        Headers headers = new Headers();
        Map<String, String> single = input.texts("headers");
        if (single != null) {
            single.forEach(headers::add);
        }
        input.object("multiValueHeaders")
                .ifPresent(multi -> multi.names().forEach(name -> {
                    headers.remove(name);
                    Objects.requireNonNullElse(multi.list(name), List.<String>of())
                            .forEach(value -> headers.add(name, value));
                }));
        return headers;
    }

    private LiveStageDocument document(Target target, @Nullable Map<String, String> variables) {
        Stage stage = new Stage(
                "test-invoke",
                null,
                STAGE,
                null,
                false,
                null,
                "NOT_AVAILABLE",
                Map.of(),
                variables,
                null,
                null,
                null,
                false,
                null,
                clock.instant(),
                clock.instant());
        return new LiveStageDocument(
                target.definition().restApi().id(),
                installation.accountId(),
                installation.region(),
                stage,
                target.definition(),
                null,
                0,
                0,
                StageOptions.NONE);
    }

    private static ObjectNode view(Answer answer) {
        ObjectNode view = JsonNodeFactory.instance.objectNode().put("status", answer.status());
        byte[] body =
                answer.body().read(Integer.MAX_VALUE).toCompletableFuture().join();
        view.put("body", new String(body, StandardCharsets.UTF_8));
        ObjectNode single = view.putObject("headers");
        ObjectNode multi = view.putObject("multiValueHeaders");
        answer.headers().forEach((name, value) -> {
            single.put(name, value);
            ArrayNode values = multi.withArrayProperty(name);
            values.add(value);
        });
        return view;
    }
}
