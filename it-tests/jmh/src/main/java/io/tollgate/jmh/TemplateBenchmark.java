package io.tollgate.jmh;

import io.tollgate.dataplane.template.MappingTemplate;
import io.tollgate.dataplane.template.Overrides;
import io.tollgate.dataplane.template.TemplateScope;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
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

/** What a mapping template adds to a call: from the body's bytes to the bytes that are sent on. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 8, time = 3)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TemplateBenchmark {
    private final MappingTemplate passThrough = MappingTemplate.parse("$input.json('$')");
    private final MappingTemplate request = MappingTemplate.parse(Samples.REQUEST_TEMPLATE);
    private final MappingTemplate response = MappingTemplate.parse(Samples.RESPONSE_TEMPLATE);
    private final byte[] body = Samples.ORDER.getBytes(StandardCharsets.UTF_8);

    private byte[] render(MappingTemplate template) {
        Map<String, String> header = new HashMap<>();
        header.put("Content-Type", "application/json");
        header.put("User-Agent", "jmh");
        TemplateScope scope = new TemplateScope(
                new String(body, StandardCharsets.UTF_8),
                Map.of("id", "42"),
                new HashMap<>(Map.of("page", "1")),
                header,
                name -> name.startsWith("identity") ? null : "value of " + name,
                Map.of("color", "blue"),
                new Overrides());
        return template.render(scope).getBytes(StandardCharsets.UTF_8);
    }

    /** {@code $input.json('$')} of 1 KB; the aim is 15 microseconds. */
    @Benchmark
    public byte[] passThrough() {
        return render(passThrough);
    }

    /** A template of 30 lines that walks ten items, for the request and for the response; the aim is 40 microseconds. */
    @Benchmark
    public int requestAndResponse() {
        return render(request).length + render(response).length;
    }
}
