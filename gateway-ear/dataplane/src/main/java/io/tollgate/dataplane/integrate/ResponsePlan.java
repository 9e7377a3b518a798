package io.tollgate.dataplane.integrate;

import io.tollgate.dataplane.gateway.Answer;
import io.tollgate.dataplane.gateway.Call;
import io.tollgate.dataplane.gateway.GatewayResponseType;
import io.tollgate.dataplane.gateway.Outcome;
import io.tollgate.dataplane.gateway.Rejection;
import io.tollgate.dataplane.mapping.MalformedBodyException;
import io.tollgate.dataplane.mapping.MappingExpression;
import io.tollgate.dataplane.mapping.MappingExpression.Source;
import io.tollgate.dataplane.template.MappingTemplate;
import io.tollgate.dataplane.template.TemplateFailure;
import io.tollgate.model.restapi.IntegrationResponse;
import io.tollgate.model.restapi.Method;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a backend's answer becomes the method's: selection, header mapping, template, overrides. Immutable. */
public final class ResponsePlan {
    private static final long LARGEST = 10_485_760;

    /** One integration response, compiled. */
    private record Choice(
            int status,
            @Nullable Pattern pattern,
            boolean declared,
            Map<String, MappingExpression> headers,
            Templates templates) {

        boolean readsBody() {
            return templates.hasTemplate() || headers.values().stream().anyMatch(MappingExpression::readsResponseBody);
        }
    }

    private final List<Choice> choices = new ArrayList<>();
    private final boolean traced;

    /**
     * The plan of a method's integration responses.
     *
     * @throws IllegalArgumentException if a template, a mapping or a pattern cannot be parsed
     */
    public ResponsePlan(Method method, Map<String, IntegrationResponse> responses, boolean traced) {
        this.traced = traced;
        new TreeMap<>(responses).forEach((code, response) -> choices.add(compile(method, response)));
    }

    private static Choice compile(Method method, IntegrationResponse response) {
        String pattern = response.selectionPattern();
        Map<String, MappingExpression> headers = new TreeMap<>();
        if (response.responseParameters() != null) {
            response.responseParameters()
                    .forEach((target, source) -> headers.put(
                            target.substring("method.response.header.".length()), MappingExpression.parse(source)));
        }
        return new Choice(
                Integer.parseInt(response.statusCode()),
                pattern == null || pattern.isEmpty() ? null : Pattern.compile(pattern),
                method.methodResponses() != null && method.methodResponses().containsKey(response.statusCode()),
                headers,
                new Templates(response.responseTemplates()));
    }

    /** Maps the integration's response and sets the answer. */
    public CompletionStage<Outcome> map(Call call) {
        io.tollgate.spi.integration.IntegrationResponse response = call.requireIntegrationResponse();
        String subject =
                response.errorMessage() == null ? Integer.toString(response.status()) : response.errorMessage();
        Choice choice = select(subject);
        if (choice == null || !choice.declared()) {
            response.body().discard();
            return CompletableFuture.completedFuture(Rejection.of(
                    GatewayResponseType.API_CONFIGURATION_ERROR,
                    choice == null
                            ? "No match for output mapping and no default output mapping configured. Endpoint Response"
                                    + " Status Code: " + response.status()
                            : "Output mapping refers to an invalid method response: " + choice.status()));
        }
        if (!choice.readsBody()) {
            return CompletableFuture.completedFuture(answered(call, choice, response.headers(), null, response.body()));
        }
        return response.body()
                .read(LARGEST)
                .thenApply(bytes -> answered(call, choice, response.headers(), bytes, Body.of(bytes)));
    }

    private @Nullable Choice select(String subject) {
        Choice standard = null;
        for (Choice choice : choices) {
            if (choice.pattern() == null) {
                standard = standard == null ? choice : standard;
            } else if (choice.pattern().matcher(subject).matches()) {
                return choice;
            }
        }
        return standard;
    }

    private Outcome answered(Call call, Choice choice, Headers backend, byte @Nullable [] bytes, Body body) {
        Headers headers = new Headers();
        Source source = new Source(call, backend, bytes);
        try {
            choice.headers().forEach((name, expression) -> {
                String value = expression.single(source);
                if (value != null) {
                    headers.set(ResponseHeaders.mapped(name), value);
                }
            });
            Body rendered = rendered(call, choice, bytes, body);
            overridden(call, headers);
            if (traced && !headers.contains("X-Amzn-Trace-Id")) {
                headers.add("X-Amzn-Trace-Id", call.traceHeader());
            }
            int status = call.overridesOrNull() == null
                    ? choice.status()
                    : call.overrides().status(choice.status());
            call.answer(new Answer(status, headers, rendered));
            return Outcome.Progress.GO_ON;
        } catch (MalformedBodyException malformed) {
            return Rejection.of(
                    GatewayResponseType.API_CONFIGURATION_ERROR, "the response body is not the JSON that is mapped");
        } catch (TemplateFailure failed) {
            return Rejection.of(GatewayResponseType.API_CONFIGURATION_ERROR, String.valueOf(failed.getMessage()));
        }
    }

    private static Body rendered(Call call, Choice choice, byte @Nullable [] bytes, Body body) {
        MappingTemplate template = choice.templates()
                .ofResponse(MediaTypes.firstOfAccept(call.headers().get("Accept")));
        if (template == null) {
            return body;
        }
        String text = bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
        return Body.of(template.render(Templates.scope(call, text)).getBytes(StandardCharsets.UTF_8));
    }

    private static void overridden(Call call, Headers headers) {
        if (call.overridesOrNull() != null) {
            call.overrides().responseHeaders().forEach((name, value) -> {
                String text = value instanceof List<?> list
                        ? String.join(",", list.stream().map(String::valueOf).toList())
                        : String.valueOf(value);
                headers.set(ResponseHeaders.mapped(name), text);
            });
        }
    }
}
