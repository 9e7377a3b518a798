package io.tollgate.jmh;

import io.tollgate.dataplane.gateway.Call;
import io.tollgate.dataplane.gateway.Incoming;
import io.tollgate.dataplane.gateway.Outcome;
import io.tollgate.dataplane.gateway.RequestIds;
import io.tollgate.dataplane.limit.QuotaStore;
import io.tollgate.dataplane.plan.KeyCheck;
import io.tollgate.dataplane.plan.LiveKey;
import io.tollgate.dataplane.plan.LivePlan;
import io.tollgate.dataplane.plan.LivePlans;
import io.tollgate.dataplane.plan.Throttle;
import io.tollgate.model.plan.ApiStage;
import io.tollgate.model.plan.QuotaSettings;
import io.tollgate.model.plan.ThrottleSettings;
import io.tollgate.model.plan.UsagePlan;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What an API key, a throttle, a quota and the metering add to a call. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 7, time = 1)
@Fork(1)
public class PlanBenchmark {
    private static final String VALUE = "0123456789012345678901234567890123456789";
    private static final QuotaStore STORE = new QuotaStore() {
        @Override
        public long lease(Account account, long wanted) {
            return wanted;
        }

        @Override
        public void giveBack(Account account, long unused) {
            throw new AssertionError("nothing is given back here");
        }
    };

    private final ThreadLocal<Mac> macs = ThreadLocal.withInitial(PlanBenchmark::mac);
    private final LivePlans plans = new LivePlans(this::hashOf, STORE, Runnable::run, InstantSource.system());
    private final KeyCheck check = new KeyCheck(plans, "api:dev", false);
    private final Throttle throttle = new Throttle("api:dev/pets/GET", null, null, false);
    private final Call call = call();

    /** A plan with everything, and a key in it. */
    public PlanBenchmark() {
        plans.put(new LivePlan(new UsagePlan(
                "p",
                "gold",
                null,
                List.of(new ApiStage("api", "dev", null)),
                new ThrottleSettings(10_000_000, 1e7),
                new QuotaSettings(2_000_000_000, 0, "DAY"),
                null)));
        plans.put(new LiveKey("k", hashOf(VALUE), true, List.of("p")));
    }

    private static Mac mac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** As the control plane hashes values. */
    private String hashOf(String value) {
        byte[] hash = macs.get().doFinal(value.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    private static Call call() {
        Headers headers = Headers.of("Host", "h", "User-Agent", "wrk", "Accept", "*/*", "x-api-key", VALUE);
        Incoming incoming = new Incoming("GET", "http", "h", "/", "", headers, Body.EMPTY, "127.0.0.1", 8000);
        return new Call(incoming, new RequestIds(() -> new Random(7)), System.currentTimeMillis(), 0);
    }

    @Benchmark
    public String keyedHash() {
        return hashOf(VALUE);
    }

    @Benchmark
    public Outcome key() {
        return check.check(call);
    }

    @Benchmark
    public CompletionStage<Outcome> all() {
        check.check(call);
        return throttle.checkWithKey(call);
    }
}
