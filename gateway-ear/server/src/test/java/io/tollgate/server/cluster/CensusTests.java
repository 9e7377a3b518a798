package io.tollgate.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.dataplane.lease.View;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CensusTests {

    @Test
    void nodesInTouchAreOneWhateverTheyDraw() {
        Census census = Census.of(Set.of("a", "b", "c"), Map.of("a", true, "b", false));
        assertThat(census.nodes()).isEqualTo(3);
        assertThat(census.view()).isEqualTo(new View(3, 1));
    }

    @Test
    void aNodeOutOfTouchHasItsShareWhileItDraws() {
        Census census = Census.of(Set.of("a", "b"), Map.of("a", true, "b", true, "c", true));
        assertThat(census.nodes()).isEqualTo(3);
        assertThat(census.view()).isEqualTo(new View(3, 2 / 3.0));
        assertThat(Census.of(Set.of("c"), Map.of("a", true, "b", true, "c", true))
                        .view())
                .isEqualTo(new View(3, 1 / 3.0));
    }

    @Test
    void aNodeOutOfTouchThatDrawsNothingIsThereAndHasNoShare() {
        Census census = Census.of(Set.of("a", "b"), Map.of("a", true, "b", true, "c", false));
        assertThat(census.nodes()).isEqualTo(3);
        assertThat(census.view()).isEqualTo(new View(2, 1));
    }
}
