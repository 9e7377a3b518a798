package io.tollgate.plugin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tollgate.spi.Plugin;
import io.tollgate.spi.authorizer.AuthorizerFactory;
import io.tollgate.spi.cache.CacheFactory;
import io.tollgate.spi.integration.IntegrationFactory;
import io.tollgate.spi.settings.Settings;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every plugin must do. Extend the contract of each kind that the plugin has: {@link IntegrationContract}, {@link
 * AuthorizerContract}, {@link CacheContract}; and {@link SettingsContract} if it has settings.
 */
public abstract class PluginContract {
    private static final String WORD = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    /** A new instance of the entrance. */
    protected abstract Plugin plugin();

    @Test
    final void itsNameIsLowerCaseWithHyphens() {
        assertThat(plugin().name()).matches(WORD);
    }

    @Test
    final void itIsNamedInTheServiceFile() {
        assertThat(ServiceLoader.load(Plugin.class).stream().map(ServiceLoader.Provider::type))
                .as("META-INF/services/" + Plugin.class.getName())
                .contains(plugin().getClass());
    }

    @Test
    final void itsEntranceIsPublicWithAConstructorThatTakesNothing() throws NoSuchMethodException {
        Class<?> entrance = plugin().getClass();
        assertThat(Modifier.isPublic(entrance.getModifiers())).isTrue();
        assertThat(Modifier.isPublic(entrance.getConstructor().getModifiers())).isTrue();
    }

    @Test
    final void itContributesKindsThatAreNamedOnce() {
        Plugin plugin = plugin();
        List<String> kinds = Stream.of(
                        plugin.integrations().stream()
                                .map(IntegrationFactory::kind)
                                .map(kind -> "integration " + kind),
                        plugin.authorizers().stream()
                                .map(AuthorizerFactory::kind)
                                .map(kind -> "authorizer " + kind),
                        plugin.caches().stream().map(CacheFactory::kind).map(kind -> "cache " + kind))
                .flatMap(kind -> kind)
                .toList();
        assertThat(kinds).isNotEmpty().doesNotHaveDuplicates().allMatch(kind -> kind.matches("[a-z]+ " + WORD));
    }

    @Test
    final void itsSettingsAreDeclaredWell() {
        assertThatCode(() -> Settings.of(plugin().settings())).doesNotThrowAnyException();
    }
}
