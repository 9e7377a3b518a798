package io.tollgate.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import io.tollgate.spi.http.UpstreamException;
import io.tollgate.spi.http.UpstreamException.Reason;
import io.tollgate.spi.http.UpstreamRequest;
import io.tollgate.spi.http.UpstreamResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Calls over TLS to backends with a certificate of nobody known. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecureUpstreamTests {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Duration PATIENCE = Duration.ofSeconds(29);

    private EventLoops loops;
    private VertxUpstream upstream;
    private Backend forLoopback;
    private Backend forAnotherName;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        loops = EventLoops.start(1);
        upstream = new VertxUpstream(loops, UpstreamSettings.DEFAULTS);
        forLoopback = backend(folder.resolve("own.p12"), "ip:127.0.0.1");
        forAnotherName = backend(folder.resolve("other.p12"), "dns:elsewhere.example");
    }

    @AfterAll
    void close() throws IOException {
        upstream.close();
        loops.close();
        forLoopback.close();
        forAnotherName.close();
    }

    private static Backend backend(Path store, String name) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(certificate(store, name), PASSWORD);
        context.init(keys.getKeyManagers(), null, null);
        ServerSocket listening =
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        return new Backend(
                listening,
                (head, in, out) -> out.write(
                        "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret".getBytes(StandardCharsets.US_ASCII)));
    }

    private static KeyStore certificate(Path store, String name) throws IOException, GeneralSecurityException {
        Process making = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=backend",
                        "-ext",
                        "san=" + name,
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(making.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(store).as(said).exists();
        KeyStore made = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            made.load(in, PASSWORD);
        }
        return made;
    }

    private UpstreamResponse call(Backend backend, boolean insecure, Duration timeout) {
        String uri = "https://127.0.0.1:" + backend.port() + "/";
        return upstream.send(new UpstreamRequest("GET", uri, new Headers(), Body.EMPTY, timeout, insecure))
                .toCompletableFuture()
                .join();
    }

    private Reason failure(Backend backend, boolean insecure, Duration timeout) {
        try {
            call(backend, insecure, timeout);
        } catch (CompletionException failed) {
            return failed.getCause() instanceof UpstreamException known ? known.reason() : null;
        }
        throw new AssertionError("the call succeeded");
    }

    @Test
    void fail_unless_the_authority_need_not_be_known() {
        assertThat(failure(forLoopback, false, PATIENCE)).isEqualTo(Reason.UNREACHABLE);
        UpstreamResponse response = call(forLoopback, true, PATIENCE);
        assertThat(response.body().read(100).toCompletableFuture().join())
                .isEqualTo("secret".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void fail_for_another_name_even_then() {
        assertThat(failure(forAnotherName, true, PATIENCE)).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void fail_in_time_where_nobody_speaks_tls() throws IOException {
        try (Backend plain = Backend.answering("HTTP/1.1 200 OK\r\n\r\n")) {
            assertThat(failure(plain, true, Duration.ofMillis(200))).isEqualTo(Reason.TIMEOUT);
        }
    }
}
