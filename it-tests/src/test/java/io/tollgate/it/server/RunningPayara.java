package io.tollgate.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Payara Server with a domain of its own on free loopback ports, driven as its operators drive it: by asadmin. */
public final class RunningPayara implements Addresses, AutoCloseable {
    private static final Path HOME = Path.of("target", "payara", "payara6").toAbsolutePath();
    private static final String DOMAIN = "tollgate";
    private static final int ADMIN = 48;
    private static final int HTTP = 80;
    private static final int PORTS = 100;

    private final Launch launch;
    private final Path domains;
    private final int portBase;

    private RunningPayara(Launch launch, int portBase) {
        this.launch = launch;
        this.domains = launch.data().resolve("domains");
        this.portBase = portBase;
    }

    /** Makes a domain and starts it. */
    public static RunningPayara start(String name) throws IOException {
        RunningPayara payara = new RunningPayara(Launch.named(name), FreePorts.row(PORTS));
        payara.asadmin(
                "create-domain",
                "--nopassword",
                "--portbase",
                Integer.toString(payara.portBase),
                "--domaindir",
                payara.domains.toString(),
                DOMAIN);
        payara.asadmin(
                "start-domain",
                "--prebootcommandfile",
                payara.onLoopback().toString(),
                "--domaindir",
                payara.domains.toString(),
                DOMAIN);
        return payara;
    }

    private Path onLoopback() throws IOException {
        String config = "set configs.config.server-config.";
        List<String> commands = new ArrayList<>();
        for (String listener : List.of("http-listener-1", "http-listener-2", "admin-listener")) {
            commands.add(
                    config + "network-config.network-listeners.network-listener." + listener + ".address=127.0.0.1");
        }
        commands.add(config + "network-config.protocols.protocol.http-listener-1.http.server-header=false");
        commands.add(config + "iiop-service.iiop-listener.orb-listener-1.address=127.0.0.1");
        commands.add(config + "hazelcast-config-specific-configuration.enabled=false");
        return Files.write(launch.data().resolve("preboot.txt"), commands);
    }

    /** Deploys an archive and waits until it is there. */
    public void deploy(String name, Path archive, String... options) {
        List<String> command = new ArrayList<>(List.of("--port", Integer.toString(portBase + ADMIN), "deploy"));
        command.addAll(List.of("--name", name));
        command.addAll(List.of(options));
        command.add(archive.toString());
        asadmin(command.toArray(String[]::new));
    }

    /** Takes what was deployed away. */
    public void undeploy(String name) {
        asadmin("--port", Integer.toString(portBase + ADMIN), "undeploy", name);
    }

    private void asadmin(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("sh", HOME.resolve("bin/asadmin").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().keySet().removeIf(variable -> variable.startsWith("TOLLGATE_"));
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process.environment().put("AS_JAVA", System.getProperty("java.home"));
        process.environment().put("TOLLGATE_DATA", launch.data().toString());
        process.environment().put("TOLLGATE_EXPRESS_PORT", Integer.toString(launch.expressPort()));
        try {
            Process running = process.start();
            String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (running.waitFor() != 0) {
                throw new IllegalStateException("asadmin " + String.join(" ", arguments) + ": " + said);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for asadmin", stopped);
        }
    }

    @Override
    public URI container() {
        return URI.create("http://127.0.0.1:" + (portBase + HTTP));
    }

    @Override
    public URI express() {
        return URI.create("http://127.0.0.1:" + launch.expressPort());
    }

    @Override
    public Path credentials() {
        return launch.data().resolve("credentials");
    }

    @Override
    public void close() {
        asadmin("stop-domain", "--domaindir", domains.toString(), DOMAIN);
    }
}
