package io.tollgate.dataplane.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.model.plan.ThrottleSettings;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenBucketTests {
    private final AtomicLong nanos = new AtomicLong(-5_000_000_000L);

    private int take(TokenBucket bucket, int tries) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            taken += bucket.take() ? 1 : 0;
        }
        return taken;
    }

    @Test
    void a_full_bucket_lets_its_burst_through_and_no_more() {
        assertThat(take(new TokenBucket(10, 5, nanos::get), 20)).isEqualTo(5);
    }

    @Test
    void tokens_come_back_at_the_rate_and_never_beyond_the_burst() {
        TokenBucket bucket = new TokenBucket(10, 5, nanos::get);
        take(bucket, 5);
        nanos.addAndGet(99_000_000);
        assertThat(take(bucket, 5)).isZero();
        nanos.addAndGet(1_000_000);
        assertThat(take(bucket, 5)).isEqualTo(1);
        nanos.addAndGet(60_000_000_000L);
        assertThat(bucket.available()).isEqualTo(5);
        assertThat(take(bucket, 20)).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 2", "3, 2", "333, 50", "10000, 5000", "3000000, 1000"})
    void in_the_long_run_the_rate_is_exact(double rate, int burst) {
        TokenBucket bucket = new TokenBucket(rate, burst, nanos::get);
        long step = (long) (1e9 / rate / 3);
        long tries = 60_000;
        int taken = 0;
        for (long i = 0; i < tries; i++) {
            taken += bucket.take() ? 1 : 0;
            nanos.addAndGet(step);
        }
        double seconds = tries * (step / 1e9);
        assertThat(taken - burst).isBetween((int) (rate * seconds * 0.999) - 1, (int) (rate * seconds * 1.001) + 1);
    }

    @Test
    void a_token_given_back_can_be_taken_again() {
        TokenBucket bucket = new TokenBucket(1, 1, nanos::get);
        assertThat(bucket.take()).isTrue();
        bucket.giveBack();
        assertThat(bucket.take()).isTrue();
        assertThat(bucket.take()).isFalse();
    }

    @Test
    void without_a_rate_or_a_burst_nothing_passes() {
        assertThat(take(new TokenBucket(0, 5, nanos::get), 5)).isZero();
        assertThat(take(new TokenBucket(5, 0, nanos::get), 5)).isZero();
    }

    @Test
    void settings_without_a_rate_limit_nothing() {
        assertThat(Limit.of(null)).isNull();
        assertThat(Limit.of(new ThrottleSettings(5, null))).isNull();
        assertThat(Limit.of(new ThrottleSettings(null, 2.5))).isEqualTo(new Limit(2.5, 3));
    }

    @Test
    void an_empty_bucket_fills_at_its_rate() {
        TokenBucket bucket = TokenBucket.empty(new Limit(10, 5), nanos::get);
        assertThat(take(bucket, 5)).isZero();
        nanos.addAndGet(200_000_000);
        assertThat(take(bucket, 5)).isEqualTo(2);
    }

    @Test
    void many_threads_never_take_more_than_there_is() throws InterruptedException {
        TokenBucket bucket = new TokenBucket(1, 1000, nanos::get);
        AtomicInteger taken = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                threads.execute(() -> taken.addAndGet(take(bucket, 1000)));
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(taken).hasValue(1000);
    }
}
