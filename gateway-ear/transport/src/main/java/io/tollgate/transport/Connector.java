package io.tollgate.transport;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.ConnectOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;

/** Opens connections to backends: names, TLS with the JDK's trust store, time-outs. Thread-safe. */
final class Connector {
    private final NetClient client;
    private final ClientSSLOptions checking;
    private final ClientSSLOptions trusting;

    Connector(Vertx vertx, UpstreamSettings settings) {
        client = vertx.createNetClient(new NetClientOptions()
                .setConnectTimeout(settings.connectMillis())
                .setTcpNoDelay(true)
                .setReconnectAttempts(0));
        checking = new ClientSSLOptions().setHostnameVerificationAlgorithm("HTTPS");
        trusting = checking.copy().setTrustAll(true);
    }

    /** Opens one; on the loop that the connection shall live on, in its context. */
    Future<NetSocket> connect(Origin.Key key) {
        ConnectOptions options = new ConnectOptions()
                .setHost(key.host())
                .setPort(key.port())
                .setSsl(key.secure())
                .setSslOptions(key.trusting() ? trusting : checking);
        if (key.secure() && !isAddress(key.host())) {
            options.setSniServerName(key.host());
        }
        return client.connect(options);
    }

    private static boolean isAddress(String host) {
        return host.indexOf(':') >= 0 || host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }

    void close() {
        client.close();
    }
}
