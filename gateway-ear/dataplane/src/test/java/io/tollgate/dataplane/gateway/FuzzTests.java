package io.tollgate.dataplane.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.dataplane.explain.ExplainedStep;
import io.tollgate.dataplane.explain.ExplainedStep.Verdict;
import io.tollgate.dataplane.explain.Explanation;
import io.tollgate.model.restapi.ApiDefinition;
import io.tollgate.model.restapi.Integration;
import io.tollgate.model.restapi.IntegrationResponse;
import io.tollgate.model.restapi.Method;
import io.tollgate.model.restapi.MethodResponse;
import io.tollgate.model.restapi.Model;
import io.tollgate.model.restapi.RequestValidator;
import io.tollgate.model.stage.LiveStageDocument;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/**
 * Random templates, mappings, schemas, bodies, paths and fields: whatever comes, a call gets an answer in time, no step
 * breaks, and no answer is larger than the limit. {@code tollgate.fuzz.seconds} lets it run longer than a moment, {@code
 * tollgate.fuzz.seed} begins elsewhere.
 */
class FuzzTests extends OnAGateway {
    private static final long LARGEST = 4 * 10_485_760;
    private static final int CALLS_A_STAGE = 8;

    private final Map<Integer, Integer> answers = new TreeMap<>();
    private long calls;
    private long slowest;

    @Test
    void every_call_gets_an_answer_in_time_and_no_step_breaks() throws Exception {
        long seconds = Long.getLong("tollgate.fuzz.seconds", 0);
        long first = Long.getLong("tollgate.fuzz.seed", 20_261_121);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        // Not closed in the end: a call that is stuck would hold that up for ever.
        ExecutorService worker =
                Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
        for (long seed = first; seed < first + 60 || System.nanoTime() < end; seed++) {
            stage(seed, worker, seconds > 0);
        }
        worker.shutdown();
        assertThat(answers.keySet()).contains(200, 400, 500);
        if (seconds > 0) {
            System.getLogger("fuzz")
                    .log(
                            System.Logger.Level.INFO,
                            "{0} calls, answers by status {1}, slowest {2} ms, heap {3} MB",
                            calls,
                            answers,
                            TimeUnit.NANOSECONDS.toMillis(slowest),
                            Runtime.getRuntime().totalMemory() >> 20);
        }
    }

    private void stage(long seed, ExecutorService worker, boolean large) throws Exception {
        sent.clear();
        Fuzz fuzz = new Fuzz(seed);
        String request = fuzz.template();
        String response = fuzz.template();
        String schema = fuzz.schema();
        String mapping = fuzz.mapping();
        deploy(document(request, response, schema, mapping));
        for (int i = 0; i < CALLS_A_STAGE; i++) {
            Body body = fuzz.body(large);
            Body answered = fuzz.body(false);
            backend = any -> CompletableFuture.completedFuture(
                    new io.tollgate.spi.integration.IntegrationResponse(200, new Headers(), answered));
            String path = fuzz.path();
            String[] headers = fuzz.headers();
            String what = "seed " + seed + ", call " + i + "\nrequest template: " + request + "\nresponse template: "
                    + response + "\nschema: " + schema + "\nmapping: " + mapping + "\npath: " + path + "\nbody: "
                    + start(body)
                    + "\nanswered: " + start(answered);
            long began = System.nanoTime();
            try {
                worker.submit(() -> checked(path, body, headers, what)).get(30, TimeUnit.SECONDS);
            } catch (TimeoutException stuck) {
                throw new AssertionError("no answer in time: " + what, stuck);
            } catch (ExecutionException broken) {
                throw new AssertionError("broken by " + what, broken.getCause());
            }
            slowest = Math.max(slowest, System.nanoTime() - began);
        }
    }

    private static String start(Body body) {
        String text = text(new Answer(200, new Headers(), body.length() > 1 << 20 ? Body.EMPTY : body));
        return body.length() + " bytes " + text.substring(0, Math.min(300, text.length()));
    }

    private boolean checked(String address, Body body, String[] headers, String what) {
        int question = address.indexOf('?');
        Incoming incoming = new Incoming(
                "POST",
                "http",
                "api1234567.execute-api.localhost",
                question < 0 ? address : address.substring(0, question),
                question < 0 ? "" : address.substring(question + 1),
                Headers.of(headers),
                body,
                "127.0.0.1",
                8000);
        Explanation explanation = new Explanation(System::nanoTime);
        Answer answer = gateway.handle(incoming, explanation)
                .toCompletableFuture()
                .orTimeout(25, TimeUnit.SECONDS)
                .join();
        byte[] bytes = answer.body().read(LARGEST).toCompletableFuture().join();
        List<String> broken = explanation.steps().stream()
                .filter(step -> step.verdict() == Verdict.FAILED)
                .map(ExplainedStep::name)
                .toList();
        assertThat(broken).as("broken steps of %s", what).isEmpty();
        assertThat(answer.status()).as("%s", what).isBetween(200, 599);
        assertThat(bytes.length).as("%s", what).isLessThanOrEqualTo((int) LARGEST);
        calls++;
        answers.merge(answer.status(), 1, Integer::sum);
        return true;
    }

    private static LiveStageDocument document(String request, String response, String schema, String mapping) {
        Integration integration = new Integration(
                "HTTP",
                "POST",
                "http://b/{id}",
                null,
                null,
                null,
                Map.of("integration.request.header.X-Mapped", mapping),
                Map.of("application/json", request),
                "WHEN_NO_MATCH",
                null,
                (int) Duration.ofSeconds(29).toMillis(),
                null,
                List.of(),
                Map.of("200", new IntegrationResponse("200", null, null, Map.of("application/json", response), null)),
                null,
                null,
                null);
        Method method = new Method(
                "POST",
                "NONE",
                null,
                false,
                "v",
                null,
                null,
                Map.of("application/json", "Body"),
                Map.of("200", new MethodResponse("200", null, null)),
                integration,
                null);
        LiveStageDocument plain =
                new Definitions().method("/fuzz/{id+}", method).stage();
        ApiDefinition definition = plain.definition();
        return new LiveStageDocument(
                plain.apiId(),
                plain.accountId(),
                plain.region(),
                plain.stage(),
                new ApiDefinition(
                        definition.restApi(),
                        definition.resources(),
                        List.of(new Model("m", "Body", null, schema, "application/json")),
                        List.of(new RequestValidator("v", "v", true, true)),
                        List.of(),
                        List.of()),
                null,
                1,
                0,
                plain.options());
    }
}
