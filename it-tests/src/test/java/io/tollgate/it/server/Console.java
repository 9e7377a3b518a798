package io.tollgate.it.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** What the launcher or the server says, read to its end. Thread-safe. */
final class Console {
    private static final Pattern READY_MICRO = Pattern.compile("Payara Micro .* ready in ");

    private final StringBuffer text = new StringBuffer();
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

    private final Thread reader;

    Console(InputStream output) {
        // Reading a pipe does not free the carrier of a virtual thread: two consoles would stop all others on two
        // cores.
        reader = Thread.ofPlatform().daemon().name("console").start(() -> read(output));
    }

    /** Reads what is left of an ended process. */
    void awaitEnd() throws InterruptedException {
        reader.join(Duration.ofSeconds(10));
    }

    private void read(InputStream output) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                text.append(line).append('\n');
                if (line.startsWith("ready") || READY_MICRO.matcher(line).find()) {
                    ready.complete(true);
                }
            }
        } catch (IOException closed) {
            text.append("(the output broke off: ").append(closed).append(")\n");
        }
        ready.complete(false);
    }

    /** Whether the line that says so came, and not the end before it. */
    boolean ready(Duration patience) {
        try {
            return ready.get(patience.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException late) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    String text() {
        return text.toString();
    }
}
