package io.tollgate.dataplane.plugin;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A plugin written, compiled and packed by a test, as a foreign author would. */
final class PluginSource {
    private static final String CODE = """
            package foreign;
            import io.tollgate.spi.authorizer.*;
            import io.tollgate.spi.cache.*;
            import io.tollgate.spi.http.*;
            import io.tollgate.spi.integration.*;
            import io.tollgate.spi.settings.*;
            import java.util.*;
            import java.util.concurrent.*;
            public class Entrance implements io.tollgate.spi.Plugin {
                public record Options(@Setting(key = "word", description = "A word.", defaultValue = "none") String word) {}
                public Entrance() { CONSTRUCTOR; }
                public String name() { return "NAME"; }
                public Class<? extends Record> settings() { return Options.class; }
                public List<IntegrationFactory> integrations() { return List.of(new Factory()); }
                public List<AuthorizerFactory> authorizers() { return List.of(new Guard()); }
                public List<CacheFactory> caches() { return List.of(new Store()); }
                static class Factory implements IntegrationFactory {
                    public String kind() { return "NAME"; }
                    public Set<String> types() { return Set.of("TYPE"); }
                    public boolean accepts(IntegrationDefinition definition) { ACCEPTS; }
                    public Integration create(IntegrationDefinition definition, IntegrationHost host) {
                        CREATE;
                        return new Answering(host.settings(Options.class));
                    }
                }
                record Answering(Options options) implements Integration {
                    public CompletionStage<IntegrationResponse> call(IntegrationRequest request) { CALL; }
                    public void close() { CLOSE; }
                    static CompletionStage<IntegrationResponse> tell(Callable<?> question) {
                        try {
                            return say(question.call());
                        } catch (Exception failed) {
                            return say(failed.getClass().getSimpleName());
                        }
                    }
                    static CompletionStage<IntegrationResponse> say(Object text) {
                        return CompletableFuture.completedFuture(
                            new IntegrationResponse(200, Headers.of("Said", String.valueOf(text)), Body.EMPTY));
                    }
                }
                static class Guard implements AuthorizerFactory {
                    public String kind() { return "NAME"; }
                    public Set<String> types() { return Set.of("TYPE"); }
                    public Authorizer create(AuthorizerDefinition definition, IntegrationHost host) {
                        return request -> CompletableFuture.completedFuture(new AuthorizerDecision.Denied("VERSION"));
                    }
                }
                static class Store implements CacheFactory {
                    public String kind() { return "NAME"; }
                    public ResponseCache create(CacheDefinition definition, IntegrationHost host) {
                        return new ResponseCache() {
                            final Map<String, CachedResponse> kept = new ConcurrentHashMap<>();
                            public CompletionStage<CachedResponse> get(String key) {
                                return CompletableFuture.completedFuture(kept.get(key));
                            }
                            public void put(String key, CachedResponse response, java.time.Duration time) {
                                kept.put(key, response);
                            }
                            public void invalidate(String key) { kept.remove(key); }
                            public void flush() { kept.clear(); }
                        };
                    }
                }
            }
            """;

    private final Map<String, String> holes = new LinkedHashMap<>();
    private final Map<String, String> otherClasses = new LinkedHashMap<>();
    private String service = "foreign.Entrance";

    private PluginSource(String name) {
        holes.put("CONSTRUCTOR", "");
        holes.put("ACCEPTS", "return true");
        holes.put("CREATE", "");
        holes.put("CALL", "return say(\"VERSION\")");
        holes.put("CLOSE", "");
        holes.put("TYPE", "HTTP");
        holes.put("NAME", name);
        holes.put("VERSION", "1");
    }

    /** A plugin that serves HTTP and answers with a field {@code Said} that holds its version. */
    static PluginSource named(String name) {
        return new PluginSource(name);
    }

    PluginSource with(String hole, String code) {
        holes.put(hole, code);
        return this;
    }

    PluginSource withClass(String name, String code) {
        otherClasses.put(name, code);
        return this;
    }

    PluginSource withService(String className) {
        service = className;
        return this;
    }

    /** Writes the jar in one step, as a careful operator does. */
    void packInto(Path jar) {
        try {
            Path aside = Files.createTempFile(jar.getParent(), "packing", ".tmp");
            Path classes = Files.createTempDirectory(jar.getParent(), "classes");
            compileInto(classes);
            pack(classes, aside);
            Files.move(aside, jar, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private void compileInto(Path classes) throws IOException {
        String code = CODE;
        for (Map.Entry<String, String> hole : holes.entrySet()) {
            code = code.replace(hole.getKey(), hole.getValue());
        }
        List<JavaFileObject> sources = new ArrayList<>(List.of(source("foreign.Entrance", code)));
        otherClasses.forEach((name, other) -> sources.add(source(name, other)));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of(
                "-proc:none", "-nowarn", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
        if (!compiler.getTask(null, null, null, options, null, sources).call()) {
            throw new IllegalArgumentException("the plugin does not compile");
        }
    }

    private static JavaFileObject source(String name, String code) {
        return new SimpleJavaFileObject(
                URI.create("string:///" + name.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return code;
            }
        };
    }

    private void pack(Path classes, Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, holes.get("VERSION"));
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                Stream<Path> compiled = Files.walk(classes)) {
            for (Path one : compiled.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(one).toString()));
                out.write(Files.readAllBytes(one));
            }
            out.putNextEntry(new JarEntry("META-INF/services/io.tollgate.spi.Plugin"));
            out.write(service.getBytes(StandardCharsets.UTF_8));
        }
    }
}
