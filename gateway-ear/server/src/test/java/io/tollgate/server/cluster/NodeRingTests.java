package io.tollgate.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NodeRingTests {
    private static final List<String> KEYS =
            IntStream.range(0, 3000).mapToObj(number -> "key " + number).toList();

    @Test
    void keysAreSpreadEvenly() {
        NodeRing ring = new NodeRing(List.of("a", "b", "c"));
        Map<String, Long> counts = KEYS.stream().collect(Collectors.groupingBy(ring::nodeOf, Collectors.counting()));
        assertThat(counts.keySet()).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(900L, 1100L));
    }

    @Test
    void theOrderOfTheNodesDoesNotMatter() {
        NodeRing ring = new NodeRing(List.of("a", "b", "c"));
        NodeRing same = new NodeRing(List.of("c", "a", "b"));
        assertThat(KEYS).allSatisfy(key -> assertThat(same.nodeOf(key)).isEqualTo(ring.nodeOf(key)));
    }

    @Test
    void aNodeThatGoesMovesOnlyItsOwnKeys() {
        NodeRing before = new NodeRing(List.of("a", "b", "c"));
        NodeRing after = new NodeRing(List.of("a", "c"));
        assertThat(KEYS)
                .filteredOn(key -> !before.nodeOf(key).equals("b"))
                .allSatisfy(key -> assertThat(after.nodeOf(key)).isEqualTo(before.nodeOf(key)));
    }
}
