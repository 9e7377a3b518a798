package io.tollgate.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.controlplane.store.ServiceQuota;
import io.tollgate.dataplane.gateway.GatewayResponseType;
import io.tollgate.docs.reference.ErrorReference;
import io.tollgate.docs.reference.ReferencePage;
import io.tollgate.docs.reference.SettingsReference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The kept pages of what the gateway itself declares. */
class ReferenceTests {
    private static final Path PAGES = Path.of("..", "..", "docs-generator", "src", "docs", "reference");

    private static void isOfThisVersion(ReferencePage page) throws IOException {
        assertThat(page.kept(PAGES))
                .as("write the pages anew: mvn -Pquick test -Dtollgate.docs.write=true")
                .isEqualTo(page.markdown());
    }

    private static String quotas() {
        return Stream.of(ServiceQuota.values())
                .map(quota -> "| `" + quota.key() + "` | `" + quota.standard() + "` |\n")
                .collect(Collectors.joining("", "| Key | Default, as AWS has it |\n|---|---|\n", ""));
    }

    @Test
    void settings() throws IOException {
        isOfThisVersion(SettingsReference.of(List.of(
                new SettingsReference.Section("The gateway", Configuration.GATEWAY.markdown()),
                new SettingsReference.Section("Database and secrets", Configuration.STORAGE.markdown()),
                new SettingsReference.Section("How many an account or an API may have", quotas()))));
    }

    @Test
    void errors() throws IOException {
        isOfThisVersion(ErrorReference.of(Stream.of(GatewayResponseType.values())
                .map(type -> new ErrorReference.Answer(
                        type.name(),
                        type.uncustomisedStatus(),
                        type.errorType(),
                        String.valueOf(type.message()),
                        type.family()))
                .toList()));
    }
}
