package io.tollgate.dataplane.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.model.plan.QuotaSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaTests {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-31T23:59:00Z"));
    private final Map<LocalDate, Long> leased = new HashMap<>();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean reachable = true;
    private int leases;

    /** A store in memory, shared by all nodes of a test. */
    private final QuotaStore store = new QuotaStore() {
        @Override
        public long lease(Account account, long wanted) {
            if (!reachable) {
                throw new IllegalStateException("the database is away");
            }
            leases++;
            long taken = leased.getOrDefault(account.periodStart(), account.offset());
            long granted = Math.clamp(account.limit() - taken, 0, wanted);
            leased.put(account.periodStart(), taken + granted);
            return granted;
        }

        @Override
        public void giveBack(Account account, long unused) {
            leased.merge(account.periodStart(), -unused, Long::sum);
        }
    };

    private Quota node(int limit, int offset, String period) {
        return new Quota("plan", "key", new QuotaSettings(limit, offset, period), store, Runnable::run, now::get);
    }

    private static int take(Quota quota, int calls) {
        int let = 0;
        for (int i = 0; i < calls; i++) {
            let += quota.take().toCompletableFuture().join() ? 1 : 0;
        }
        return let;
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "10, 10", "4000, 4000", "20000, 20000"})
    void one_node_admits_exactly_the_limit(int limit, int admitted) {
        assertThat(take(node(limit, 0, "DAY"), limit + 50)).isEqualTo(admitted);
    }

    @Test
    void nodes_together_admit_exactly_the_limit_when_all_are_asked_to_the_end() {
        Quota one = node(9000, 0, "DAY");
        Quota other = node(9000, 0, "DAY");
        int admitted = 0;
        for (int i = 0; i < 9000; i++) {
            admitted += take(one, 3) + take(other, 1);
        }
        assertThat(admitted).isEqualTo(9000);
    }

    @Test
    void the_first_period_has_the_offset_less() {
        assertThat(take(node(10, 4, "MONTH"), 20)).isEqualTo(6);
    }

    @Test
    void a_new_period_begins_full() {
        Quota quota = node(3, 0, "DAY");
        assertThat(take(quota, 5)).isEqualTo(3);
        now.set(Instant.parse("2026-04-01T00:00:00Z"));
        assertThat(take(quota, 5)).isEqualTo(3);
        assertThat(leased).containsKeys(LocalDate.parse("2026-03-31"), LocalDate.parse("2026-04-01"));
    }

    @Test
    void a_grant_is_seen_within_a_second() {
        Quota quota = node(2, 0, "DAY");
        assertThat(take(quota, 3)).isEqualTo(2);
        leased.merge(LocalDate.parse("2026-03-31"), -2L, Long::sum);
        assertThat(take(quota, 1)).isZero();
        now.set(now.get().plusMillis(1000));
        assertThat(take(quota, 3)).isEqualTo(2);
    }

    private long held(long used) {
        return leased.get(LocalDate.parse("2026-03-31")) - used;
    }

    @Test
    void a_node_with_few_calls_holds_few() {
        Quota quota = node(50_000_000, 0, "DAY");
        for (int i = 1; i <= 100; i++) {
            take(quota, 1);
            assertThat(held(i)).isBetween(0L, 10L);
            now.set(now.get().plusMillis(500));
        }
    }

    @Test
    void a_node_with_many_calls_asks_about_once_a_second() {
        Quota quota = node(50_000_000, 0, "DAY");
        take(quota, 20_000);
        now.set(now.get().plusSeconds(1));
        int before = leases;
        for (int i = 1; i <= 10; i++) {
            take(quota, 20_000);
            assertThat(held(20_000L * (i + 1))).isBetween(0L, 40_000L);
            now.set(now.get().plusSeconds(1));
        }
        assertThat(leases - before).isBetween(5, 20);
    }

    @ParameterizedTest
    @CsvSource({"500, 1", "12000, 12", "2000000, 2000"})
    void a_node_never_holds_more_than_a_thousandth_of_the_limit(int limit, long most) {
        Quota quota = node(limit, 0, "DAY");
        for (int i = 1; i <= 400; i++) {
            take(quota, 1);
            assertThat(held(i)).isBetween(0L, most);
        }
    }

    @Test
    void idle_quota_goes_back_to_the_others() {
        Quota quota = node(400_000, 0, "DAY");
        take(quota, 1);
        quota.giveBack(false);
        assertThat(leased.get(LocalDate.parse("2026-03-31"))).isGreaterThan(1);
        now.set(now.get().plusSeconds(6));
        quota.giveBack(false);
        assertThat(leased).containsEntry(LocalDate.parse("2026-03-31"), 1L);
    }

    @Test
    void while_the_store_is_away_nothing_beyond_the_lease_is_let_in() {
        Quota quota = node(8_000, 0, "DAY");
        assertThat(take(quota, 1)).isEqualTo(1);
        reachable = false;
        assertThat(take(quota, 100)).isLessThanOrEqualTo(15);
        reachable = true;
        now.set(now.get().plusSeconds(2));
        assertThat(take(quota, 1)).isEqualTo(1);
    }

    @Test
    void calls_that_wait_for_a_lease_wait_for_the_same_one() {
        Quota quota = new Quota("plan", "key", new QuotaSettings(40_000, 0, "DAY"), store, waiting::add, now::get);
        List<CompletableFuture<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            calls.add(quota.take().toCompletableFuture());
        }
        assertThat(waiting).hasSize(1);
        assertThat(calls).noneMatch(CompletableFuture::isDone);
        waiting.remove().run();
        assertThat(calls).allMatch(call -> call.isDone() && call.join());
    }

    @Test
    void many_threads_on_several_nodes_use_what_was_leased_and_no_more() throws InterruptedException {
        AtomicLong admitted = new AtomicLong();
        List<Thread> threads = new ArrayList<>();
        List<Quota> nodes = new ArrayList<>();
        QuotaStore shared = new QuotaStore() {
            @Override
            public synchronized long lease(Account account, long wanted) {
                return store.lease(account, wanted);
            }

            @Override
            public synchronized void giveBack(Account account, long unused) {
                store.giveBack(account, unused);
            }
        };
        try (ExecutorService leasing = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < 3; n++) {
                Quota node = new Quota("p", "k", new QuotaSettings(200_000, 0, "DAY"), shared, leasing, now::get);
                nodes.add(node);
                for (int t = 0; t < 3; t++) {
                    threads.add(Thread.ofPlatform().start(() -> admitted.addAndGet(take(node, 30_000))));
                }
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        nodes.forEach(node -> node.giveBack(true));
        assertThat(admitted.get()).isLessThanOrEqualTo(200_000).isGreaterThan(199_000);
        assertThat(leased).containsExactly(Map.entry(LocalDate.parse("2026-03-31"), admitted.get()));
    }
}
