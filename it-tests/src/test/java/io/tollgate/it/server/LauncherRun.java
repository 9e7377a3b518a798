package io.tollgate.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One run of the launcher that ends by itself: what it said, and its status. */
public final class LauncherRun {
    private final List<String> command = new ArrayList<>();
    private String said = "";
    private int status = -1;

    private LauncherRun() {}

    /** A run with these arguments. */
    public static LauncherRun of(String... arguments) {
        LauncherRun run = new LauncherRun();
        run.command.add(RunningTollgate.home().resolve("tollgate").toString());
        return run.with(arguments);
    }

    /** Adds arguments. */
    public LauncherRun with(String... arguments) {
        command.addAll(List.of(arguments));
        return this;
    }

    /** Runs it to its end. */
    public LauncherRun run() {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("TOLLGATE_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            status = process.waitFor();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the launcher ran", stopped);
        }
        return this;
    }

    /** All it printed. */
    public String said() {
        return said;
    }

    /** Its exit status. */
    public int status() {
        return status;
    }
}
