package io.tollgate.dataplane.lease;

import static io.tollgate.dataplane.lease.SimulatedCluster.MILLI;
import static io.tollgate.dataplane.lease.SimulatedCluster.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.dataplane.limit.Limit;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeasedBucketTests {
    private static final double[] UNEVEN = {0.7, 0.2, 0.1};

    private static void load(SimulatedCluster cluster, int nodes, double rate, long duration) {
        double all = nodes == 1 ? 0.7 : nodes == 2 ? 0.9 : 1;
        for (int i = 0; i < nodes; i++) {
            cluster.node(i).load(rate * UNEVEN[i] / all, duration);
        }
    }

    @Nested
    class Too_many_calls {

        @ParameterizedTest
        @CsvSource({
            "1, 100, 200",
            "2, 100, 200",
            "3, 100, 200",
            "1, 1000, 100",
            "2, 1000, 100",
            "3, 1000, 100",
            "1, 10000, 5000",
            "2, 10000, 5000",
            "3, 10000, 5000",
            "2, 50, 1",
            "3, 50, 1",
            "3, 5, 5",
            "3, 400, 20",
            "3, 0.5, 2"
        })
        void pass_at_the_rate_on_uneven_nodes(int nodes, double rate, int burst) {
            SimulatedCluster cluster = new SimulatedCluster(nodes, new Limit(rate, burst));
            long seconds = rate < 100 ? 200 : 20;
            load(cluster, nodes, rate * 3, (seconds + 10) * SECOND);
            cluster.pass(5 * SECOND);
            long before = cluster.admitted();
            cluster.pass(seconds * SECOND);
            assertThat((double) (cluster.admitted() - before)).isCloseTo(rate * seconds, Percentage.withPercentage(1));
        }

        @ParameterizedTest
        @CsvSource({"1, 100, 200", "3, 100, 200", "3, 1000, 100", "3, 10000, 5000", "3, 50, 1", "2, 1, 1", "3, 1, 20"})
        void never_pass_beyond_the_burst_and_one_block_a_node(int nodes, double rate, int burst) {
            Limit limit = new Limit(rate, burst);
            SimulatedCluster cluster = new SimulatedCluster(nodes, limit);
            cluster.pass(SECOND);
            load(cluster, nodes, rate * 50 + burst * 50, 100 * MILLI);
            cluster.pass(100 * MILLI);
            double most = burst + nodes * Terms.of(limit, View.of(nodes)).block() + rate * 0.1;
            assertThat((double) cluster.admitted()).isBetween(burst * 0.99, most);
        }

        @Test
        void never_pass_beyond_that_after_a_time_of_few_calls_either() {
            Limit limit = new Limit(100, 60);
            SimulatedCluster cluster = new SimulatedCluster(3, limit);
            for (int i = 0; i < 5; i++) {
                load(cluster, 3, 3000, 100 * MILLI);
                cluster.pass(100 * MILLI);
                load(cluster, 3, 40, 5 * SECOND);
                cluster.pass(5 * SECOND);
            }
            long before = cluster.admitted();
            load(cluster, 3, 20_000, 100 * MILLI);
            cluster.pass(100 * MILLI);
            assertThat(cluster.admitted() - before)
                    .isBetween(60L, 60 + 3 * Terms.of(limit, View.of(3)).block() + 10);
        }

        @Test
        void all_of_the_burst_passes_at_a_single_node() {
            SimulatedCluster cluster = new SimulatedCluster(3, new Limit(1, 100));
            cluster.pass(SECOND);
            cluster.node(0).load(2000, SECOND);
            cluster.pass(SECOND);
            assertThat(cluster.admitted()).isBetween(100L, 102L);
        }
    }

    @Nested
    class Calls_below_the_limit {

        @ParameterizedTest
        @CsvSource({"1, 100, 200", "3, 100, 50", "3, 1000, 200", "3, 10000, 5000", "3, 20, 20"})
        void are_hardly_ever_refused(int nodes, double rate, int burst) {
            SimulatedCluster cluster = new SimulatedCluster(nodes, new Limit(rate, burst));
            load(cluster, nodes, rate * 0.6, 60 * SECOND);
            cluster.pass(60 * SECOND);
            assertThat((double) cluster.refused()).isLessThan(cluster.admitted() * 0.002);
        }

        @Test
        void are_served_from_the_reserve_after_a_rest() {
            SimulatedCluster cluster = new SimulatedCluster(3, new Limit(1, 1));
            for (int i = 0; i < 30; i++) {
                cluster.pass(5 * SECOND);
                cluster.node(i % 3).call();
            }
            assertThat(cluster.refused()).isZero();
        }

        @Test
        void cost_nothing_when_there_are_none() {
            SimulatedCluster cluster = new SimulatedCluster(1, new Limit(100, 50));
            cluster.node(0).load(90, SECOND);
            cluster.pass(3 * SECOND);
            assertThat(cluster.isQuiet()).isTrue();
        }
    }

    @Nested
    class An_owner_that_does_not_answer {

        @Test
        void leaves_the_others_their_fair_share() {
            SimulatedCluster cluster = new SimulatedCluster(3, new Limit(300, 100));
            load(cluster, 3, 1500, 60 * SECOND);
            cluster.pass(5 * SECOND);
            cluster.node(0).pause();
            cluster.pass(SECOND);
            long before = cluster.admitted();
            cluster.pass(10 * SECOND);
            assertThat((double) (cluster.admitted() - before)).isCloseTo(2000, Percentage.withPercentage(2));
        }

        @Test
        void does_not_open_the_bucket_when_it_comes_back() {
            Limit limit = new Limit(300, 100);
            SimulatedCluster cluster = new SimulatedCluster(3, limit);
            load(cluster, 3, 1500, 60 * SECOND);
            cluster.pass(5 * SECOND);
            cluster.node(0).pause();
            cluster.pass(5 * SECOND);
            cluster.node(0).resume();
            long before = cluster.admitted();
            cluster.pass(10 * SECOND);
            double most = 3000 + 100 + 3 * Terms.of(limit, View.of(3)).block();
            assertThat((double) (cluster.admitted() - before)).isBetween(2970.0, most);
        }

        @ParameterizedTest
        @CsvSource({"1", "3"})
        void is_asked_again_by_a_node_whose_ask_was_lost(int asks) {
            SimulatedCluster cluster = new SimulatedCluster(3, new Limit(300, 100));
            load(cluster, 3, 1500, 60 * SECOND);
            cluster.pass(5 * SECOND);
            cluster.node(1).loseAsks(asks);
            cluster.pass(asks * SECOND + SECOND);
            long before = cluster.admitted();
            cluster.pass(10 * SECOND);
            assertThat((double) (cluster.admitted() - before)).isCloseTo(3000, Percentage.withPercentage(1));
        }

        @Test
        void is_replaced_by_another_without_too_many_calls() {
            SimulatedCluster cluster = new SimulatedCluster(3, new Limit(300, 100));
            load(cluster, 3, 1500, 60 * SECOND);
            cluster.pass(5 * SECOND);
            cluster.node(2).pause();
            cluster.ownedBy(1);
            cluster.node(0).see(View.of(2));
            cluster.node(1).see(View.of(2));
            cluster.pass(SECOND);
            long before = cluster.admitted();
            cluster.pass(10 * SECOND);
            assertThat((double) (cluster.admitted() - before)).isCloseTo(3000, Percentage.withPercentage(1));
        }
    }

    @Nested
    class A_node_that_is_back_and_has_not_met_the_others_yet {

        private SimulatedCluster pausedForTwentySeconds(double rate) {
            SimulatedCluster cluster = new SimulatedCluster(3, new Limit(300, 100));
            cluster.node(0).load(rate, 90 * SECOND);
            cluster.node(1).load(rate / 3, 90 * SECOND);
            cluster.pass(5 * SECOND);
            cluster.node(2).pause();
            cluster.partWithRegister(2);
            cluster.pass(20 * SECOND);
            cluster.node(2).resume();
            return cluster;
        }

        @Test
        void keeps_nothing_from_them_while_it_has_no_calls() {
            SimulatedCluster cluster = pausedForTwentySeconds(900);
            long before = cluster.admitted();
            cluster.pass(10 * SECOND);
            assertThat((double) (cluster.admitted() - before)).isCloseTo(3000, Percentage.withPercentage(1));
        }

        @Test
        void has_its_share_when_calls_come_to_it() {
            SimulatedCluster cluster = pausedForTwentySeconds(900);
            cluster.node(2).load(600, 30 * SECOND);
            long before = cluster.admitted();
            cluster.pass(SECOND);
            double most =
                    300 + 100 + 3 * Terms.of(new Limit(300, 100), View.of(3)).block();
            assertThat((double) (cluster.admitted() - before)).isLessThan(most);
            before = cluster.admitted();
            long own = cluster.node(2).admitted;
            cluster.pass(10 * SECOND);
            assertThat((double) (cluster.admitted() - before)).isCloseTo(3000, Percentage.withPercentage(1));
            assertThat((double) (cluster.node(2).admitted - own)).isCloseTo(1000, Percentage.withPercentage(2));
        }

        @Test
        void gives_its_share_back_when_they_have_stopped() {
            SimulatedCluster cluster = pausedForTwentySeconds(900);
            cluster.node(2).load(600, 5 * SECOND);
            cluster.pass(16 * SECOND);
            long before = cluster.admitted();
            cluster.pass(10 * SECOND);
            assertThat((double) (cluster.admitted() - before)).isCloseTo(3000, Percentage.withPercentage(1));
        }
    }

    @Test
    void parts_of_a_cluster_that_lost_each_other_share_the_rate() {
        SimulatedCluster cluster = new SimulatedCluster(3, new Limit(300, 60));
        cluster.part(1);
        load(cluster, 3, 3000, 60 * SECOND);
        cluster.pass(5 * SECOND);
        long before = cluster.admitted();
        cluster.pass(10 * SECOND);
        assertThat((double) (cluster.admitted() - before)).isCloseTo(3000, Percentage.withPercentage(1));
    }
}
