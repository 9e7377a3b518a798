package io.tollgate.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.controlplane.store.ServiceQuota;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTests {

    private static Configuration read(Map<String, String> values) {
        return Configuration.read(values::get);
    }

    private static GatewaySettings withMembers(String members) {
        return read(Map.of("tollgate.cluster.members", members)).gateway();
    }

    @Test
    void whatIsNotSetHasItsDefault() {
        Configuration configuration = read(Map.of());
        assertThat(configuration.gateway())
                .isEqualTo(new GatewaySettings(
                        Path.of("tollgate-data"),
                        "000000000000",
                        "us-east-1",
                        true,
                        "127.0.0.1",
                        8000,
                        1,
                        30,
                        0,
                        10_000,
                        5_000,
                        0,
                        "memory",
                        List.of()));
        assertThat(configuration.storage()).isEqualTo(new StorageSettings("", "tollgate", "", ""));
        assertThat(configuration.quotas().of(ServiceQuota.STAGES)).isEqualTo(10);
    }

    @Test
    void theDataFolderIsAbsolute() {
        assertThat(read(Map.of("tollgate.data", "here")).gateway().data())
                .isEqualTo(Path.of("here").toAbsolutePath());
    }

    @Test
    void whatIsSetIsRead() {
        Configuration configuration = read(Map.of(
                "tollgate.express.enabled", "false",
                "tollgate.account.concurrency-limit", "7",
                "tollgate.db.url", "jdbc:postgresql://db/tollgate",
                "tollgate.quota.stages-per-api", "20"));
        assertThat(configuration.gateway().expressEnabled()).isFalse();
        assertThat(configuration.gateway().accountConcurrencyLimit()).isEqualTo(7);
        assertThat(configuration.storage().url()).isEqualTo("jdbc:postgresql://db/tollgate");
        assertThat(configuration.quotas().of(ServiceQuota.STAGES)).isEqualTo(20);
    }

    @Test
    void allMistakesAreToldAtOnceWithKeyValueAndWhatIsAllowed() {
        assertThatThrownBy(() -> read(Map.of(
                        "tollgate.express.port", "70000",
                        "tollgate.db.url", "jdbc:oracle:x",
                        "tollgate.secret-key", "too short, and secret",
                        "tollgate.quota.stages-per-api", "-1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bad configuration: "
                        + "tollgate.express.port is '70000'; allowed is an integer from 0 to 65535; "
                        + "tollgate.db.url is 'jdbc:oracle:x'; allowed is text that matches jdbc:(postgresql|h2):.+; "
                        + "tollgate.secret-key is wrong; allowed is text that matches [A-Za-z0-9+/]{43}=; "
                        + "tollgate.quota.stages-per-api is '-1'; allowed is an integer from 0 to 10000000");
    }

    @Test
    void secretsAreNotTold() {
        assertThat(new StorageSettings("jdbc:h2:x", "me", "hush", "mum").toString())
                .doesNotContain("hush")
                .doesNotContain("mum");
    }

    @Test
    void aNodeOfAClusterGivesLoadBalancersTime() {
        assertThat(withMembers("a:1").drainDelaySeconds()).isEqualTo(3);
        assertThat(read(Map.of("tollgate.cluster.members", "a:1", "tollgate.drain-delay-seconds", "0"))
                        .gateway()
                        .drainDelaySeconds())
                .isZero();
    }

    @Test
    void membersAreSeparatedByCommas() {
        assertThat(withMembers("10.0.0.1:5701, node-b.example:5702").clusterMembers())
                .containsExactly("10.0.0.1:5701", "node-b.example:5702");
        assertThat(withMembers("a:1").inCluster()).isTrue();
        assertThat(withMembers("").inCluster()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "a:port", "a:1;b:2"})
    void aMemberIsHostAndPort(String members) {
        assertThatThrownBy(() -> withMembers(members))
                .hasMessageContaining("tollgate.cluster.members")
                .hasMessageContaining(members);
    }
}
