package io.tollgate.dataplane.integrate;

import io.tollgate.dataplane.gateway.Incoming;
import io.tollgate.spi.http.Headers;

/**
 * Tells the backend who called: appends the peer to {@code X-Forwarded-For} and says by which port and protocol. A peer
 * on the loopback interface that says nothing of an earlier one has no address worth telling: AWS's recordings, made
 * through a backend that hides these fields, stay comparable.
 */
final class Forwarded {

    private Forwarded() {}

    static void add(Headers headers, Incoming incoming) {
        String earlier = headers.get("X-Forwarded-For");
        String peer = incoming.remoteAddress();
        if (earlier == null && (peer.startsWith("127.") || peer.equals("0:0:0:0:0:0:0:1") || peer.equals("::1"))) {
            return;
        }
        headers.set("X-Forwarded-For", earlier == null ? peer : earlier + ", " + peer);
        if (!headers.contains("X-Forwarded-Port")) {
            headers.add("X-Forwarded-Port", Integer.toString(incoming.localPort()));
        }
        if (!headers.contains("X-Forwarded-Proto")) {
            headers.add("X-Forwarded-Proto", incoming.scheme());
        }
    }
}
