package io.tollgate.it.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A backend that takes requests and never answers. */
public final class SilentBackend implements AutoCloseable {
    private final ServerSocket server;
    private final Set<Socket> asked = ConcurrentHashMap.newKeySet();

    /** A backend on a free port of the loopback interface. */
    public SilentBackend() throws IOException {
        server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            asked.forEach(SilentBackend::close);
        }
    }

    private void serve(Socket socket) {
        try {
            while (socket.getInputStream().read() >= 0) {
                asked.add(socket);
            }
        } catch (IOException reset) {
            asked.remove(socket);
        }
        asked.remove(socket);
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException broken) {
            throw new IllegalStateException("a socket cannot be closed", broken);
        }
    }

    /** Where it listens. */
    public String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/";
    }

    /** How many requests wait for an answer. */
    public int waiting() {
        return asked.size();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
