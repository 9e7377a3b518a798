package io.tollgate.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterSettingsTests {

    private static ClusterSettings read(String members) {
        return ClusterSettings.read(Map.of("tollgate.cluster.members", members)::get);
    }

    @Test
    void without_members_there_is_no_cluster() {
        assertThat(ClusterSettings.read(key -> null).isOn()).isFalse();
        assertThat(read(" ").isOn()).isFalse();
    }

    @Test
    void members_are_separated_by_commas() {
        assertThat(read("10.0.0.1:5701, node-b.example:5702").members())
                .containsExactly("10.0.0.1:5701", "node-b.example:5702");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "a:1,,b:2", "a:port", "a:1;b:2"})
    void anything_else_is_refused_by_key_and_value(String members) {
        assertThatThrownBy(() -> read(members))
                .hasMessageContaining("tollgate.cluster.members")
                .hasMessageContaining(members);
    }
}
