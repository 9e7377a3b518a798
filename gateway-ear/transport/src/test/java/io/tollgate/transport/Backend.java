package io.tollgate.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A backend on loopback that reads one request a time and then behaves as it is told, byte by byte. */
final class Backend implements AutoCloseable {

    /** What the backend does once a request head has arrived. */
    interface Behaviour {
        void answer(String head, InputStream in, OutputStream out) throws IOException;
    }

    /** How long a test waits for what must come before it says that it does not. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ServerSocket listening;
    private final Behaviour behaviour;
    private final List<Socket> accepted = new CopyOnWriteArrayList<>();
    private final List<CompletableFuture<Boolean>> ends = new CopyOnWriteArrayList<>();
    final List<String> heads = new CopyOnWriteArrayList<>();

    Backend(Behaviour behaviour) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), behaviour);
    }

    Backend(ServerSocket listening, Behaviour behaviour) {
        this.behaviour = behaviour;
        this.listening = listening;
        Thread.ofVirtual().start(this::accept);
    }

    static Backend answering(String response) throws IOException {
        return new Backend((head, in, out) -> out.write(response.getBytes(StandardCharsets.ISO_8859_1)));
    }

    int port() {
        return listening.getLocalPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /** Waits until the backend has closed all its connections. */
    void awaitAllClosed() throws Exception {
        for (CompletableFuture<Boolean> end : ends) {
            end.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                CompletableFuture<Boolean> end = new CompletableFuture<>();
                accepted.add(socket);
                ends.add(end);
                Thread.ofVirtual().start(() -> serve(socket, end));
            }
        } catch (SocketException closed) {
            accepted.forEach(Backend::close);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void serve(Socket socket, CompletableFuture<Boolean> end) {
        try (socket) {
            InputStream in = socket.getInputStream();
            for (String head = head(in); !head.isEmpty(); head = head(in)) {
                heads.add(head);
                behaviour.answer(head, in, socket.getOutputStream());
                socket.getOutputStream().flush();
            }
        } catch (IOException gone) {
            // The client has gone, or the behaviour wants the connection to end.
            return;
        } finally {
            end.complete(true);
        }
    }

    static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            head.append((char) c);
            if (head.length() > 3 && head.indexOf("\r\n\r\n", head.length() - 4) >= 0) {
                return head.toString();
            }
        }
        return "";
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException already) {
            throw new UncheckedIOException(already);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        accepted.forEach(Backend::close);
    }
}
