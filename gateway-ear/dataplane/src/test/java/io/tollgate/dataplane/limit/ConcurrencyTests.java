package io.tollgate.dataplane.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConcurrencyTests {

    private static int admitted(Concurrency concurrency) {
        int admitted = 0;
        while (concurrency.enter() != null) {
            admitted++;
        }
        return admitted;
    }

    @ParameterizedTest
    @CsvSource({"10, 1, 10", "10, 2, 5", "10, 3, 3", "2, 3, 1", "10, 0, 10"})
    void a_node_has_its_share_rounded_down_and_at_least_one(int limit, int nodes, int share) {
        assertThat(admitted(new Concurrency(limit, () -> nodes))).isEqualTo(share);
    }

    @Test
    void a_call_that_is_over_makes_room_once() {
        Concurrency concurrency = new Concurrency(2, () -> 1);
        Concurrency.Permit permit = Objects.requireNonNull(concurrency.enter());
        assertThat(concurrency.enter()).isNotNull();
        assertThat(concurrency.enter()).isNull();
        permit.close();
        permit.close();
        assertThat(concurrency.running()).isEqualTo(1);
        assertThat(admitted(concurrency)).isEqualTo(1);
    }

    @Test
    void the_share_follows_the_number_of_nodes() {
        AtomicInteger nodes = new AtomicInteger(1);
        Concurrency concurrency = new Concurrency(6, nodes::get);
        List<Concurrency.Permit> held = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            held.add(Objects.requireNonNull(concurrency.enter()));
        }
        nodes.set(2);
        assertThat(concurrency.enter()).isNull();
        held.removeFirst().close();
        assertThat(concurrency.enter()).isNull();
        held.removeFirst().close();
        assertThat(concurrency.enter()).isNotNull();
        nodes.set(1);
        assertThat(admitted(concurrency)).isEqualTo(3);
    }
}
