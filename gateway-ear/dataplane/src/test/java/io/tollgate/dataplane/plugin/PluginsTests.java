package io.tollgate.dataplane.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.spi.authorizer.Authorizer;
import io.tollgate.spi.authorizer.AuthorizerDecision;
import io.tollgate.spi.authorizer.AuthorizerDefinition;
import io.tollgate.spi.authorizer.AuthorizerRequest;
import io.tollgate.spi.cache.CacheDefinition;
import io.tollgate.spi.cache.CachedResponse;
import io.tollgate.spi.cache.ResponseCache;
import io.tollgate.spi.exchange.Exchange;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import io.tollgate.spi.integration.Integration;
import io.tollgate.spi.integration.IntegrationDefinition;
import io.tollgate.spi.integration.IntegrationRequest;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginsTests {
    @TempDir
    Path folder;

    private final Map<String, String> configuration = new HashMap<>();
    private final Plugins plugins = new Plugins(new PluginOffers(
            request -> CompletableFuture.failedFuture(new AssertionError("no backend")), configuration::get));

    private void drop(String file, PluginSource source) {
        source.packInto(folder.resolve(file));
    }

    private boolean rescan() {
        return plugins.rescan();
    }

    private Integration integration() {
        return plugins.create(definition("HTTP"));
    }

    private static IntegrationDefinition definition(String type) {
        return new IntegrationDefinition(
                type, "GET", "http://backend/", null, "INTERNET", null, Duration.ofSeconds(1), false, Map.of());
    }

    private static String answerOf(Integration integration) {
        return integration
                .call(new IntegrationRequest("GET", "http://backend/", new Headers(), Body.EMPTY, anExchange()))
                .toCompletableFuture()
                .join()
                .headers()
                .get("Said");
    }

    private static Exchange anExchange() {
        return (Exchange)
                Proxy.newProxyInstance(Exchange.class.getClassLoader(), new Class<?>[] {Exchange.class}, (p, m, a) -> {
                    throw new UnsupportedOperationException(m.getName());
                });
    }

    private PluginStatus onlyStatus() {
        assertThat(plugins.status()).hasSize(1);
        return plugins.status().get(0);
    }

    @Test
    void aDroppedJarIsLoadedAndServes() {
        plugins.lookIn(folder);
        assertThat(rescan()).isFalse();
        drop("a.jar", PluginSource.named("a"));
        assertThat(rescan()).isTrue();
        assertThat(rescan()).isFalse();
        assertThat(answerOf(integration())).isEqualTo("1");
        assertThat(onlyStatus())
                .isEqualTo(new PluginStatus(
                        folder.resolve("a.jar"), "a", "1", List.of("HTTP"), List.of("HTTP"), List.of("a"), ""));
    }

    @Test
    void authorizersAndCachesComeTheSameWay() {
        drop("a.jar", PluginSource.named("a").with("TYPE", "TOKEN"));
        plugins.lookIn(folder).rescan();

        Authorizer authorizer = plugins.authorizer(new AuthorizerDefinition(
                "id", "TOKEN", null, null, List.of(), null, Duration.ZERO, List.of(), null, List.of()));
        assertThat(authorizer.authorize(new AuthorizerRequest(anExchange(), "arn", List.of(), List.of())))
                .isCompletedWithValue(new AuthorizerDecision.Denied("1"));

        ResponseCache cache = plugins.cache("a", new CacheDefinition("api", "stage", 1_000));
        CachedResponse kept = new CachedResponse(200, new Headers(), new byte[1], 0);
        cache.put("key", kept, Duration.ofSeconds(1));
        assertThat(cache.get("key")).isCompletedWithValue(kept);
        cache.flush();
        assertThat(cache.get("key")).isCompletedWithValue(null);
        assertThatThrownBy(() -> plugins.cache("b", new CacheDefinition("api", "stage", 1)))
                .hasMessage("no plugin serves caches of kind b");
    }

    @Test
    void aFolderMayBeMissingOrUnreadable() throws IOException {
        Path file = Files.createFile(folder.resolve("not-a-folder"));
        plugins.lookIn(folder.resolve("missing")).lookIn(file).lookIn(folder);
        drop("a.jar", PluginSource.named("a"));
        assertThat(rescan()).isTrue();
        assertThat(answerOf(integration())).isEqualTo("1");
    }

    @Nested
    class WhenAJarIsReplaced {
        @Test
        void newCompilationsGetTheNewVersionAndOldOnesKeepTheirs() {
            plugins.lookIn(folder);
            drop("a.jar", PluginSource.named("a"));
            rescan();
            Integration old = integration();
            drop("a.jar", PluginSource.named("a").with("VERSION", "2"));
            assertThat(rescan()).isTrue();
            assertThat(answerOf(integration())).isEqualTo("2");
            assertThat(answerOf(old)).isEqualTo("1");
            assertThat(onlyStatus().version()).isEqualTo("2");
        }

        @Test
        void theOldClassesGoWhenTheLastThingOfThemIsClosed() {
            plugins.lookIn(folder);
            drop(
                    "a.jar",
                    PluginSource.named("a")
                            .with("CALL", "return say(new Late().toString())")
                            .withClass("foreign.Late", "package foreign; class Late {}"));
            rescan();
            Integration first = integration();
            Integration second = integration();
            WeakReference<ClassLoader> loader = onlyLoader();
            drop("a.jar", PluginSource.named("a").with("VERSION", "2"));
            rescan();
            first.close();
            first.close();
            assertThat(answerOf(second))
                    .as("classes are still loaded from the old jar")
                    .startsWith("foreign.Late");
            second.close();
            first = null;
            second = null;
            assertThat(isCollected(loader)).isTrue();
        }

        @Test
        void aJarThatIsGoneServesNoMore() throws IOException {
            plugins.lookIn(folder);
            drop("a.jar", PluginSource.named("a"));
            rescan();
            Integration old = integration();
            Files.delete(folder.resolve("a.jar"));
            assertThat(rescan()).isTrue();
            assertThatThrownBy(() -> integration())
                    .hasMessage("no plugin serves integrations of type HTTP with the URI http://backend/");
            assertThat(answerOf(old)).isEqualTo("1");
            assertThat(plugins.status()).isEmpty();
        }

        @Test
        void aBrokenReplacementLeavesTheOldVersionInService() throws IOException {
            plugins.lookIn(folder);
            drop("a.jar", PluginSource.named("a"));
            rescan();
            Files.writeString(folder.resolve("a.jar"), "half a");
            assertThat(rescan()).isFalse();
            assertThat(answerOf(integration())).isEqualTo("1");
            assertThat(onlyStatus().name()).isEqualTo("a");
            assertThat(onlyStatus().error()).isNotEmpty();
        }

        private WeakReference<ClassLoader> onlyLoader() {
            return new WeakReference<>(plugins.loaders().get(0));
        }

        private boolean isCollected(WeakReference<?> reference) {
            for (int i = 0; i < 50 && reference.get() != null; i++) {
                System.gc();
            }
            return reference.get() == null;
        }
    }

    @Nested
    class WhenAJarIsBroken {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "CONSTRUCTOR | throw new IllegalStateException(\"no luck\") | no luck",
                    "CONSTRUCTOR | throw new NoClassDefFoundError(\"org/lost/Thing\") | org/lost/Thing",
                    "CONSTRUCTOR | throw new AssertionError(\"never\") | never",
                    "CONSTRUCTOR | new Entrance() | StackOverflowError",
                    "NAME        | Bad_Name | the plugin's name 'Bad_Name' is not lower-case with hyphens",
                })
        void itIsReportedAndHarmsNothing(String hole, String code, String error) {
            plugins.lookIn(folder);
            drop("broken.jar", PluginSource.named("broken").with("TYPE", "AWS").with(hole, code));
            drop("good.jar", PluginSource.named("good"));
            assertThat(rescan()).isTrue();
            assertThat(answerOf(integration())).isEqualTo("1");
            assertThat(plugins.status().get(0).name()).isEmpty();
            assertThat(plugins.status().get(0).error()).contains(error);
            assertThat(plugins.status().get(1).error()).isEmpty();
        }

        @Test
        void aServiceFileMustNameOneClassThatExists() {
            plugins.lookIn(folder);
            drop("lost.jar", PluginSource.named("lost").withService("foreign.Missing"));
            drop("none.jar", PluginSource.named("none").withService("# nothing"));
            rescan();
            assertThat(plugins.status())
                    .extracting(PluginStatus::error)
                    .satisfiesExactly(
                            lost -> assertThat(lost).contains("foreign.Missing"),
                            none -> assertThat(none).contains("must name one class, it names 0"));
        }

        @Test
        void aJarThatIsCopiedHalfIsTriedAgainWhenItChanges() throws IOException {
            plugins.lookIn(folder);
            Path whole = folder.resolve("whole.tmp");
            PluginSource.named("a").packInto(whole);
            byte[] bytes = Files.readAllBytes(whole);
            Files.write(folder.resolve("a.jar"), Arrays.copyOf(bytes, bytes.length / 2));
            assertThat(rescan()).isFalse();
            assertThat(onlyStatus().error()).isNotEmpty();
            Files.write(folder.resolve("a.jar"), bytes);
            assertThat(rescan()).isTrue();
            assertThat(onlyStatus().error()).isEmpty();
            assertThat(answerOf(integration())).isEqualTo("1");
        }

        @Test
        void aJarThatIsTooLargeIsRefused() throws IOException {
            plugins.lookIn(folder);
            try (RandomAccessFile file =
                    new RandomAccessFile(folder.resolve("a.jar").toFile(), "rw")) {
                file.setLength(PluginJar.LARGEST + 1);
            }
            assertThat(rescan()).isFalse();
            assertThat(onlyStatus().error()).isEqualTo("the jar has more than 67108864 bytes");
        }

        @Test
        void aFactoryThatThrowsNamesItsPlugin() {
            plugins.lookIn(folder);
            drop("a.jar", PluginSource.named("a").with("CREATE", "if (true) throw new LinkageError(\"old library\")"));
            rescan();
            assertThatThrownBy(() -> integration())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("plugin a (a.jar) failed: java.lang.LinkageError: old library");
        }

        @Test
        void aFactoryThatCannotSayWhatItServesIsPassedOver() {
            plugins.lookIn(folder);
            drop("a.jar", PluginSource.named("a").with("ACCEPTS", "throw new IllegalStateException()"));
            drop("b.jar", PluginSource.named("b").with("VERSION", "b"));
            rescan();
            assertThat(answerOf(integration())).isEqualTo("b");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "throw new IllegalStateException(\"no luck\") | no luck",
                    "throw new NoSuchMethodError(\"gone\")        | gone",
                    "return null                                  | plugin a (a.jar) gave null",
                })
        void aCallThatThrowsIsAFailedStage(String code, String message) {
            plugins.lookIn(folder);
            drop("a.jar", PluginSource.named("a").with("CALL", code));
            rescan();
            assertThatThrownBy(() -> answerOf(integration()))
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .hasMessage(message);
        }
    }

    @Nested
    class WhenTwoClaimTheSame {
        @Test
        void bothAreRefusedAndNamed() {
            plugins.lookIn(folder);
            drop("one.jar", PluginSource.named("one"));
            drop("two.jar", PluginSource.named("two"));
            rescan();
            assertThatThrownBy(() -> integration())
                    .hasMessage("several plugins serve integrations of type HTTP with the URI http://backend/:"
                            + " one (one.jar), two (two.jar)");
        }

        @Test
        void oneThatDoesNotAcceptTheDefinitionDoesNotCount() {
            plugins.lookIn(folder);
            drop("one.jar", PluginSource.named("one").with("ACCEPTS", "return false"));
            drop("two.jar", PluginSource.named("two").with("VERSION", "two"));
            rescan();
            assertThat(answerOf(integration())).isEqualTo("two");
        }

        @Test
        void aNameIsGivenOnceAndPassesOnWhenItsJarGoes() throws IOException {
            plugins.lookIn(folder);
            drop("a-1.jar", PluginSource.named("a"));
            drop("a-2.jar", PluginSource.named("a").with("VERSION", "2"));
            rescan();
            assertThat(answerOf(integration())).isEqualTo("1");
            assertThat(plugins.status().get(1).error()).isEqualTo("another jar already has the name a");
            assertThat(rescan()).isFalse();
            Files.delete(folder.resolve("a-1.jar"));
            assertThat(rescan()).isTrue();
            assertThat(answerOf(integration())).isEqualTo("2");
        }
    }

    @Nested
    class APluginSees {
        private String saidBy(String expression) {
            plugins.lookIn(folder);
            drop("a.jar", PluginSource.named("a").with("CALL", "return tell(() -> " + expression + ")"));
            rescan();
            return answerOf(integration());
        }

        @ParameterizedTest
        @CsvSource(
                value = {
                    "io.tollgate.spi.Plugin,                        sees",
                    "org.slf4j.LoggerFactory,                       sees",
                    "java.sql.Connection,                           sees",
                    "io.tollgate.dataplane.plugin.Plugins,          missing",
                    "io.tollgate.model.restapi.RestApi,             missing",
                    "org.slf4j.bridge.SLF4JBridgeHandler,           missing",
                    "org.apache.velocity.VelocityContext,           missing",
                })
        void theSpiSlf4jAndTheJdkButNothingOfTheApplication(String className, String outcome) {
            String found = saidBy("Class.forName(\"" + className + "\").getName()");
            assertThat(found).isEqualTo(outcome.equals("sees") ? className : "ClassNotFoundException");
        }

        @Test
        void itsOwnLoaderAsTheContextLoader() {
            assertThat(saidBy("Class.forName(\"foreign.Entrance\", false,"
                            + " Thread.currentThread().getContextClassLoader()).getName()"))
                    .isEqualTo("foreign.Entrance");
            assertThat(Thread.currentThread().getContextClassLoader())
                    .isEqualTo(getClass().getClassLoader());
        }

        @Test
        void itsSettings() {
            configuration.put("tollgate.plugin.a.word", "spoken");
            plugins.lookIn(folder);
            drop("a.jar", PluginSource.named("a").with("CALL", "return say(options.word())"));
            rescan();
            assertThat(answerOf(integration())).isEqualTo("spoken");
        }
    }

    @Test
    void aPluginWhoseSettingsAreWrongIsNotLoaded() {
        plugins.lookIn(folder);
        drop("a.jar", PluginSource.named("a").with("defaultValue = \"none\"", "pattern = \"x\""));
        rescan();
        assertThat(onlyStatus().error()).isEqualTo("tollgate.plugin.a.word is not set; allowed is text that matches x");
    }
}
