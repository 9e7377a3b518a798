package io.tollgate.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.controlplane.wire.Change;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChangeHintsTests {

    static Stream<Change> changes() {
        return Stream.of(new Change.OfApi("a1b2c3"), new Change.OfKey("k"), new Change.OfPlan("p"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_change_arrives_as_it_was_sent(Change change) {
        assertThat(ChangeHints.change(ChangeHints.text(change))).isEqualTo(change);
    }

    @Test
    void a_flush_makes_others_compare_the_apis_stages() {
        Change flush = new Change.CacheFlush("a1", "dev", Change.Cached.RESPONSES);
        assertThat(ChangeHints.change(ChangeHints.text(flush))).isEqualTo(new Change.OfApi("a1"));
    }

    @Test
    void a_hint_of_another_version_is_refused() {
        assertThatThrownBy(() -> ChangeHints.change("moon full")).hasMessageContaining("moon full");
    }
}
