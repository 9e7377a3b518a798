package io.tollgate.plugin.testkit;

import io.tollgate.spi.http.Headers;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** An HTTP backend on loopback that a test tells what to answer, and that remembers what it got. Thread-safe. */
public final class StubBackend implements AutoCloseable {
    private final ServerSocket listening;
    private final Thread acceptor;
    private final List<ReceivedRequest> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private volatile Function<ReceivedRequest, StubReply> behaviour = request -> StubReply.text("hello");

    private StubBackend(ServerSocket listening) {
        this.listening = listening;
        this.acceptor = Thread.ofVirtual().name("stub-backend").unstarted(this::accept);
    }

    /** Starts a backend on a free port; it says hello until it is told otherwise. */
    public static StubBackend start() {
        try {
            StubBackend backend = new StubBackend(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
            backend.acceptor.start();
            return backend;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Says what to do with each request from now on. */
    public StubBackend replies(Function<ReceivedRequest, StubReply> replies) {
        behaviour = replies;
        return this;
    }

    /** Says what to do with every request from now on. */
    public StubBackend replies(StubReply always) {
        return replies(request -> always);
    }

    /** The URL of a path of this backend. */
    public String url(String path) {
        return "http://127.0.0.1:" + listening.getLocalPort() + path;
    }

    /** What it got so far, in order of arrival. */
    public List<ReceivedRequest> requests() {
        return List.copyOf(requests);
    }

    /** The only request that it got. */
    public ReceivedRequest onlyRequest() {
        if (requests.size() != 1) {
            throw new AssertionError("the backend got " + requests.size() + " requests, not one");
        }
        return requests.get(0);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket connection = listening.accept();
                connections.add(connection);
                Thread.ofVirtual().name("stub-backend").start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            Wire wire = new Wire(new BufferedInputStream(connection.getInputStream()));
            boolean open = true;
            for (String line = wire.startLine(); open && line != null; line = open ? wire.startLine() : null) {
                String[] words = line.split(" ", 3);
                Headers headers = wire.headers();
                ReceivedRequest request = new ReceivedRequest(words[0], words[1], headers, wire.body(headers, false));
                requests.add(request);
                open = reply(connection, request);
            }
        } catch (IOException | RuntimeException brokenOff) {
            // The peer may go at any time: what it sent is in the list of requests or it is not.
            return;
        } finally {
            connections.remove(connection);
        }
    }

    private boolean reply(Socket connection, ReceivedRequest request) throws IOException {
        OutputStream out = connection.getOutputStream();
        return switch (behaviour.apply(request)) {
            case StubReply.Respond answer -> {
                Headers headers = new Headers(answer.headers());
                headers.set("Content-Length", Integer.toString(answer.body().length));
                byte[] sent = request.method().equals("HEAD") ? new byte[0] : answer.body();
                Wire.write(out, "HTTP/1.1 " + answer.status() + " Stub", headers, sent);
                yield true;
            }
            case StubReply.Raw raw -> {
                out.write(raw.bytes());
                out.flush();
                yield false;
            }
            case StubReply.HangUp hangUp -> false;
            case StubReply.Silence silence -> connection.getInputStream().read() >= 0;
        };
    }

    /** When this returns, nobody listens at the port any more: a socket is only closed when no thread waits for it. */
    @Override
    public void close() {
        try {
            listening.close();
            acceptor.join();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
