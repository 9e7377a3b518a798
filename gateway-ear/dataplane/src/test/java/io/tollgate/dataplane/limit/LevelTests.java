package io.tollgate.dataplane.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelTests {

    private static Bucket bucket(double rate, int burst, int taken) {
        TokenBucket bucket = new TokenBucket(rate, burst, () -> 0);
        for (int i = 0; i < taken; i++) {
            bucket.take();
        }
        return bucket;
    }

    @Test
    void of_several_buckets_the_one_with_the_fewest_tokens_is_told() {
        assertThat(Level.tightest(bucket(1, 100, 1), null, bucket(1, 50, 1))).isEqualTo(new Level(50, 49, 1, 0));
        assertThat(Level.tightest(bucket(10, 5, 3), bucket(1, 50, 1), null)).isEqualTo(new Level(5, 2, 1, 0));
        assertThat(Level.tightest(bucket(1, 7, 2), bucket(2, 8, 3), null)).isEqualTo(new Level(7, 5, 2, 0));
        assertThat(Level.tightest(null, null, null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"10, 5, 1, 1", "0.1, 1, 10, 10", "0.5, 3, 6, 2", "3, 10, 4, 1"})
    void an_empty_bucket_says_when_it_is_full_and_when_a_call_may_come_again(
            double rate, int burst, long reset, long retry) {
        assertThat(Level.empty(bucket(rate, burst, burst))).isEqualTo(new Level(burst, 0, reset, retry));
    }

    @Test
    void a_bucket_that_is_shut_says_neither() {
        assertThat(Level.empty(bucket(0, 5, 0))).isEqualTo(new Level(5, 0, -1, 0));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1000, 1", "1001, 2", "86400000, 86400"})
    void a_quota_that_is_used_up_says_when_its_period_ends(long millis, long seconds) {
        assertThat(Level.usedUp(500, millis)).isEqualTo(new Level(500, 0, seconds, seconds));
    }
}
