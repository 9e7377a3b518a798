package io.tollgate.docs.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.spi.Plugin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kept pages of the bundled plugins, and of the example. */
class PluginReferenceTests {
    private static final Path PAGES = Path.of("src", "docs", "reference");

    static List<Plugin> plugins() {
        return ServiceLoader.load(Plugin.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    @Test
    void everyPluginIsThere() {
        assertThat(plugins())
                .extracting(Plugin::name)
                .contains("cache-hazelcast", "cache-memory", "example", "integration-http", "integration-mock");
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void itsPageIsOfThisVersion(Plugin plugin) throws IOException {
        ReferencePage page = PluginReference.of(plugin);
        assertThat(plugin.description()).isNotBlank();
        assertThat(page.kept(PAGES))
                .as("write the pages anew: mvn -Pquick test -Dtollgate.docs.write=true")
                .isEqualTo(page.markdown());
    }
}
