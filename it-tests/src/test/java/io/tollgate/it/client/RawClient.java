package io.tollgate.it.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client that sends exactly the bytes it is given. */
public final class RawClient {

    private RawClient() {}

    /** Everything the listener sent until it closed the connection. */
    public static String untilClosed(URI listener, String bytes) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException failed) {
            throw new UncheckedIOException(listener + ": " + failed, failed);
        }
    }
}
