package io.tollgate.dataplane.integrate;

import io.tollgate.dataplane.gateway.Answer;
import io.tollgate.dataplane.gateway.Call;
import io.tollgate.dataplane.gateway.GatewayResponseType;
import io.tollgate.dataplane.gateway.MediaTypes;
import io.tollgate.dataplane.gateway.Outcome;
import io.tollgate.dataplane.gateway.Rejection;
import io.tollgate.dataplane.mapping.MalformedBodyException;
import io.tollgate.dataplane.mapping.MappingExpression;
import io.tollgate.dataplane.mapping.MappingExpression.Source;
import io.tollgate.dataplane.template.MappingTemplate;
import io.tollgate.dataplane.template.Overrides;
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
            Templates templates,
            @Nullable String contentHandling) {

        boolean readsBody() {
            return templates.hasTemplate() || headers.values().stream().anyMatch(MappingExpression::readsResponseBody);
        }
    }

    private final List<Choice> choices = new ArrayList<>();
    private final BinaryTypes binaryTypes;
    private final boolean traced;

    /**
     * The plan of a method's integration responses.
     *
     * @throws IllegalArgumentException if a template, a mapping or a pattern cannot be parsed
     */
    public ResponsePlan(
            Method method, Map<String, IntegrationResponse> responses, BinaryTypes binaryTypes, boolean traced) {
        this.binaryTypes = binaryTypes;
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
                new Templates(response.responseTemplates()),
                response.contentHandling());
    }

    /** Maps the integration's response and sets the answer. */
    public CompletionStage<Outcome> map(Call call) {
        io.tollgate.spi.integration.IntegrationResponse response = call.requireIntegrationResponse();
        String subject =
                response.errorMessage() == null ? Integer.toString(response.status()) : response.errorMessage();
        Choice choice = select(subject, response.status());
        if (choice == null || !choice.declared()) {
            response.body().discard();
            return CompletableFuture.completedFuture(Rejection.of(
                    GatewayResponseType.API_CONFIGURATION_ERROR,
                    choice == null
                            ? "No match for output mapping and no default output mapping configured. Endpoint Response"
                                    + " Status Code: " + response.status()
                            : "Output mapping refers to an invalid method response: " + choice.status()));
        }
        Conversion conversion = conversion(call, choice, response.headers());
        if (!choice.readsBody() && conversion == Conversion.NONE) {
            return CompletableFuture.completedFuture(
                    answered(call, choice, response.headers(), null, response.body(), conversion));
        }
        return response.body()
                .read(LARGEST)
                .thenApply(bytes -> answered(call, choice, response.headers(), bytes, Body.of(bytes), conversion));
    }

    private Conversion conversion(Call call, Choice choice, Headers backend) {
        if (binaryTypes.isEmpty() && choice.contentHandling() == null) {
            return Conversion.NONE;
        }
        return Conversion.ofResponse(
                binaryTypes.ofContentType(backend.get("Content-Type")),
                binaryTypes.ofAccept(call.headers().get("Accept")),
                choice.contentHandling());
    }

    /** Of the patterns that match, that of the response with the backend's own status wins, then the first. */
    private @Nullable Choice select(String subject, int status) {
        Choice standard = null;
        Choice first = null;
        for (Choice choice : choices) {
            if (choice.pattern() == null) {
                standard = standard == null ? choice : standard;
            } else if ((first == null || choice.status() == status)
                    && choice.pattern().matcher(subject).matches()) {
                first = choice;
            }
        }
        return first == null ? standard : first;
    }

    private Outcome answered(
            Call call, Choice choice, Headers backend, byte @Nullable [] bytes, Body body, Conversion conversion) {
        Headers headers = new Headers();
        Source source = new Source(call, backend, bytes);
        try {
            choice.headers().forEach((name, expression) -> {
                String value = expression.single(source);
                if (value != null) {
                    ResponseHeaders.set(headers, name, value);
                }
            });
            Body rendered = bytes == null ? body : converted(call, choice, bytes, backend, conversion);
            if (rendered == null) {
                return Rejection.of(
                        GatewayResponseType.API_CONFIGURATION_ERROR, "the response body cannot be converted as wanted");
            }
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
            return Rejection.of(GatewayResponseType.API_CONFIGURATION_ERROR, failed.reason());
        }
    }

    /** The template's text or the body, after or before base64; null if that cannot be. */
    private @Nullable Body converted(Call call, Choice choice, byte[] bytes, Headers backend, Conversion conversion) {
        MappingTemplate template = choice.templates()
                .ofResponse(MediaTypes.firstOfAccept(call.headers().get("Accept")));
        boolean binary = bytes.length > 0 && binaryTypes.ofContentType(backend.get("Content-Type"));
        byte[] content = conversion == Conversion.ENCODE ? conversion.apply(bytes) : bytes;
        if (content == null || (template != null && binary && conversion != Conversion.ENCODE)) {
            return null;
        }
        if (template != null) {
            String text = new String(content, StandardCharsets.UTF_8);
            content = template.render(Templates.scope(call, text)).getBytes(StandardCharsets.UTF_8);
        }
        if (conversion == Conversion.DECODE) {
            byte[] decoded = conversion.apply(content);
            // Nobody asked for the conversion in words: text that is no base64 stays what it is.
            content = decoded == null && choice.contentHandling() == null ? content : decoded;
        }
        return content == null ? null : Body.of(content);
    }

    private static void overridden(Call call, Headers headers) {
        if (call.overridesOrNull() != null) {
            call.overrides()
                    .responseHeaders()
                    .forEach((name, value) -> ResponseHeaders.set(headers, name, Overrides.text(value)));
        }
    }
}
