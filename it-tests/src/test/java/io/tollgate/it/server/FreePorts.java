package io.tollgate.it.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Loopback ports for servers that bind them later. They lie below those that the system gives to outgoing connections, since
 * one of these could take a port between its choice and the server's start.
 */
final class FreePorts {
    private static final int FIRST = 10_000;
    private static final int LAST = 32_000;

    private FreePorts() {}

    /** One port. */
    static int one() {
        return row(1);
    }

    /** The first of so many ports in a row. It is a multiple of their number. */
    static int row(int ports) {
        return ThreadLocalRandom.current()
                .ints(FIRST / ports, LAST / ports)
                .map(row -> row * ports)
                .filter(first -> IntStream.range(first, first + ports).allMatch(FreePorts::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
