package io.tollgate.plugin.testkit;

import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import io.tollgate.spi.http.HttpUpstream;
import io.tollgate.spi.http.UpstreamException;
import io.tollgate.spi.http.UpstreamException.Reason;
import io.tollgate.spi.http.UpstreamRequest;
import io.tollgate.spi.http.UpstreamResponse;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * The outgoing client that tests use in place of the gateway's: plain HTTP/1.1, one connection for each call, whole bodies.
 * Each call runs on a virtual thread of its own.
 */
public final class SocketUpstream implements HttpUpstream {
    private static final long LARGEST = 10_485_760;

    @Override
    public CompletionStage<UpstreamResponse> send(UpstreamRequest request) {
        CompletableFuture<UpstreamResponse> answer = new CompletableFuture<>();
        Thread.ofVirtual().name("socket-upstream").start(() -> {
            try {
                answer.complete(exchange(request));
            } catch (UpstreamException known) {
                answer.completeExceptionally(known);
            } catch (RuntimeException | IOException broken) {
                answer.completeExceptionally(new UpstreamException(reasonOf(broken), broken.toString()));
            }
        });
        return answer;
    }

    private static Reason reasonOf(Exception failure) {
        return switch (failure) {
            case SocketTimeoutException slow -> Reason.TIMEOUT;
            case UnknownHostException unknown -> Reason.BAD_ADDRESS;
            case ConnectException refused -> Reason.UNREACHABLE;
            default -> Reason.BROKEN;
        };
    }

    private static UpstreamResponse exchange(UpstreamRequest request) throws IOException {
        URI uri = address(request.uri());
        int timeout = Math.toIntExact(request.timeout().toMillis());
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort()), timeout);
            socket.setSoTimeout(timeout);
            send(socket, request, uri);
            return receive(new Wire(new BufferedInputStream(socket.getInputStream())), request.method());
        }
    }

    private static URI address(String text) {
        try {
            URI uri = new URI(text);
            if ("http".equals(uri.getScheme()) && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException malformed) {
            throw new UpstreamException(Reason.BAD_ADDRESS, malformed.toString());
        }
        throw new UpstreamException(
                Reason.BAD_ADDRESS, "the testkit's client knows http://host URIs only, not " + text);
    }

    private static void send(Socket socket, UpstreamRequest request, URI uri) throws IOException {
        byte[] body;
        try {
            body = request.body().read(LARGEST).toCompletableFuture().join();
        } catch (CompletionException unreadable) {
            throw new IOException("the request's body did not arrive", unreadable);
        }
        Headers headers = new Headers(request.headers());
        if (!headers.contains("Host")) {
            headers.add("Host", uri.getRawAuthority());
        }
        if (body.length > 0 || request.method().matches("POST|PUT|PATCH")) {
            headers.set("Content-Length", Integer.toString(body.length));
        }
        headers.set("Connection", "close");
        int pathStart = request.uri().indexOf('/', "http://".length());
        String target = pathStart < 0 ? "/" : request.uri().substring(pathStart);
        Wire.write(socket.getOutputStream(), request.method() + " " + target + " HTTP/1.1", headers, body);
    }

    private static UpstreamResponse receive(Wire wire, String method) throws IOException {
        while (true) {
            String line = wire.startLine();
            if (line == null || !line.matches("HTTP/1\\.[01] \\d{3}( .*)?")) {
                throw new IOException("'" + line + "' is no status line");
            }
            int status = Integer.parseInt(line.substring(9, 12));
            Headers headers = wire.headers();
            if (status >= 200) {
                boolean without = method.equals("HEAD") || status == 204 || status == 304;
                return new UpstreamResponse(status, headers, Body.of(without ? new byte[0] : wire.body(headers, true)));
            }
        }
    }
}
