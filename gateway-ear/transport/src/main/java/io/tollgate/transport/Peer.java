package io.tollgate.transport;

import io.netty.channel.Channel;
import java.net.InetSocketAddress;

/**
 * Who is at the other end.
 *
 * @param address the client's IP address as text
 * @param localPort the port it came in by
 * @param secure whether the connection is TLS
 */
record Peer(String address, int localPort, boolean secure) {

    static Peer of(Channel channel, boolean secure) {
        String address = channel.remoteAddress() instanceof InetSocketAddress remote
                ? remote.getAddress().getHostAddress()
                : "";
        int port = channel.localAddress() instanceof InetSocketAddress local ? local.getPort() : 0;
        return new Peer(address, port, secure);
    }
}
