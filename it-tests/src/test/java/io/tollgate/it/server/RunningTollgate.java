package io.tollgate.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A gateway that its launcher started: processes of their own on free loopback ports. It is ended by its process ids.
 * Thread-safe.
 */
public final class RunningTollgate implements Addresses, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    private final Launch launch;
    private final Process launcher;
    private final Console console;

    private RunningTollgate(Launch launch, Process launcher) {
        this.launch = launch;
        this.launcher = launcher;
        this.console = new Console(launcher.getInputStream());
    }

    /** The folder that holds the launcher. */
    public static Path home() {
        return HOME;
    }

    /**
     * Starts a gateway and waits until it says that it is ready.
     *
     * @throws DidNotStartException with what the launcher said instead
     */
    public static RunningTollgate start(Launch launch) {
        RunningTollgate tollgate = begin(launch);
        tollgate.awaitReady();
        return tollgate;
    }

    /** Starts a gateway and does not wait. */
    public static RunningTollgate begin(Launch launch) {
        return begin(
                launch,
                new ProcessBuilder(
                        HOME.resolve("tollgate").toString(),
                        "run",
                        "--data",
                        launch.data().toString(),
                        "--port",
                        Integer.toString(launch.port()),
                        "--express-port",
                        Integer.toString(launch.expressPort())));
    }

    /** Starts a runnable jar, without any launcher, and waits until it is ready. */
    public static RunningTollgate start(Launch launch, Path jar) {
        Launch told = launch.with("TOLLGATE_DATA", launch.data().toString())
                .with("TOLLGATE_EXPRESS_PORT", Integer.toString(launch.expressPort()));
        RunningTollgate tollgate = begin(
                told,
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar.toString(),
                        "--port",
                        Integer.toString(launch.port())));
        tollgate.awaitReady();
        return tollgate;
    }

    private static RunningTollgate begin(Launch launch, ProcessBuilder command) {
        command.redirectErrorStream(true);
        command.environment().keySet().removeIf(name -> name.startsWith("TOLLGATE_"));
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.environment().putAll(launch.environment());
        try {
            RunningTollgate tollgate = new RunningTollgate(launch, command.start());
            Runtime.getRuntime().addShutdownHook(new Thread(tollgate::kill));
            return tollgate;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Waits for the line by which the launcher, or Payara Micro itself, says that it is ready. */
    public void awaitReady() {
        if (!console.ready(PATIENCE)) {
            kill();
            throw new DidNotStartException(console.text());
        }
    }

    /** How it was started. */
    public Launch launch() {
        return launch;
    }

    /** The data folder. */
    public Path data() {
        return launch.data();
    }

    @Override
    public URI container() {
        return URI.create("http://127.0.0.1:" + launch.port());
    }

    @Override
    public URI express() {
        return URI.create("http://127.0.0.1:" + launch.expressPort());
    }

    @Override
    public Path credentials() {
        return launch.data().resolve("credentials");
    }

    /** The server's log so far. */
    public String log() {
        try {
            return Files.readString(launch.data().resolve("logs/server.log"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What the launcher said so far. */
    public String said() {
        return console.text();
    }

    /** Asks it to end, as Ctrl-C and service managers do, and does not wait. */
    public void terminate() {
        // Process.destroy() would close the pipe before the last line is read.
        launcher.toHandle().destroy();
    }

    /** Waits for the end; the launcher's exit status. */
    public int awaitEnd() {
        try {
            if (launcher.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                console.awaitEnd();
                return launcher.exitValue();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        kill();
        throw new IllegalStateException("the gateway did not end: " + console.text());
    }

    /** Ends the server and its launcher as kill -9 does. */
    public void kill() {
        launcher.descendants().forEach(ProcessHandle::destroyForcibly);
        launcher.destroyForcibly();
    }

    /** Ends it cleanly. */
    @Override
    public void close() {
        terminate();
        awaitEnd();
    }
}
