package io.tollgate.jmh;

import io.tollgate.dataplane.gateway.Call;
import io.tollgate.dataplane.gateway.Incoming;
import io.tollgate.dataplane.gateway.Outcome;
import io.tollgate.dataplane.gateway.RequestIds;
import io.tollgate.dataplane.validation.RequestValidation;
import io.tollgate.dataplane.validation.Schemas;
import io.tollgate.model.restapi.ApiDefinition;
import io.tollgate.model.restapi.EndpointConfiguration;
import io.tollgate.model.restapi.Method;
import io.tollgate.model.restapi.Model;
import io.tollgate.model.restapi.RequestValidator;
import io.tollgate.model.restapi.RestApi;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the validation of a body adds to a call. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 8, time = 3)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ValidationBenchmark {
    private final RequestValidation validation = new RequestValidation(
            new Method(
                    "POST",
                    "NONE",
                    null,
                    false,
                    "v",
                    null,
                    null,
                    Map.of("application/json", "Order"),
                    null,
                    null,
                    null),
            new RequestValidator("v", "body", true, false),
            new Schemas(definition()),
            false);
    private final Call call = call();

    private static ApiDefinition definition() {
        RestApi api = new RestApi(
                "api1234567",
                "orders",
                null,
                Instant.EPOCH,
                null,
                null,
                null,
                "HEADER",
                new EndpointConfiguration(List.of("REGIONAL"), "ipv4", null),
                null,
                false,
                "root000000",
                null,
                null);
        Model order = new Model("m", "Order", null, Samples.SCHEMA, "application/json");
        return new ApiDefinition(api, List.of(), List.of(order), List.of(), List.of(), List.of());
    }

    private static Call call() {
        byte[] body = Samples.ORDER.getBytes(StandardCharsets.UTF_8);
        Incoming incoming = new Incoming(
                "POST",
                "http",
                "api1234567.execute-api.localhost",
                "/test/orders",
                "",
                Headers.of("Content-Type", "application/json"),
                Body.of(body),
                "127.0.0.1",
                8000);
        Random random = new Random(1);
        Call call = new Call(incoming, new RequestIds(() -> random), 0, 0);
        call.bodyBytes(body);
        return call;
    }

    /** A body of 1 KB against a schema with an array of objects; the aim is 15 microseconds. */
    @Benchmark
    public Outcome body() {
        return validation.check(call);
    }
}
