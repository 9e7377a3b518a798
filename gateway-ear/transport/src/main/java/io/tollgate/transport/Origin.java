package io.tollgate.transport;

import io.netty.channel.ChannelHandlerContext;
import io.tollgate.spi.http.UpstreamException;
import io.tollgate.spi.http.UpstreamException.Reason;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetSocket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One backend's connections on one event loop, and the calls that wait for one. Used on that loop only. */
final class Origin {

    /** What makes two connections exchangeable. */
    record Key(boolean secure, boolean trusting, String host, int port) {}

    private final Key key;
    private final Origins origins;
    private final Deque<UpstreamConnection> idle = new ArrayDeque<>();
    private final Set<UpstreamConnection> open = new HashSet<>();
    private final Deque<UpstreamCall> waiting = new ArrayDeque<>();
    private int opening;

    Origin(Key key, Origins origins) {
        this.key = key;
        this.origins = origins;
    }

    Loop loop() {
        return origins.loop();
    }

    /** Serves a call by an idle connection, a new one, or the next that becomes free. */
    void serve(UpstreamCall call) {
        UpstreamConnection free = idle.pollFirst();
        if (free != null) {
            free.serve(call);
        } else if (open.size() + opening < origins.settings().connectionsPerOrigin()) {
            open(call);
        } else if (waiting.size() < origins.settings().waitingPerOrigin()) {
            waiting.addLast(call);
        } else {
            call.failed(new UpstreamException(Reason.OVERLOADED, "too many calls wait for " + key.host()));
        }
    }

    /** Serves a call by a new connection: those that were idle may all be stale. */
    void serveFresh(UpstreamCall call) {
        open(call);
    }

    private void open(UpstreamCall call) {
        opening++;
        loop().runInContext(() -> origins.connector().connect(key).onComplete((socket, failure) -> {
            opening--;
            if (socket == null) {
                call.failed(Failures.ofConnecting(key, failure));
                serveNext();
            } else {
                opened(socket, call);
            }
        }));
    }

    private void opened(NetSocket socket, UpstreamCall call) {
        ChannelHandlerContext own = ((NetSocketInternal) socket).channelHandlerContext();
        UpstreamConnection connection = new UpstreamConnection(this, own, origins.settings());
        own.pipeline().addBefore(own.name(), "upstream", connection);
        open.add(connection);
        if (origins.isClosed()) {
            connection.close();
        } else if (call.isOver()) {
            free(connection);
        } else {
            connection.serve(call);
        }
    }

    /** A call gives up waiting. */
    void forget(UpstreamCall call) {
        waiting.remove(call);
    }

    /** A connection can be used again. */
    void free(UpstreamConnection connection) {
        UpstreamCall next = nextWaiting();
        if (next != null) {
            connection.serve(next);
        } else {
            connection.idleSince(System.nanoTime());
            idle.addFirst(connection);
        }
    }

    /** A connection has ended. */
    void closed(UpstreamConnection connection) {
        open.remove(connection);
        idle.remove(connection);
        serveNext();
    }

    private void serveNext() {
        UpstreamCall next = nextWaiting();
        if (next != null) {
            serve(next);
        }
    }

    private @Nullable UpstreamCall nextWaiting() {
        UpstreamCall next = waiting.pollFirst();
        while (next != null && next.isOver()) {
            next = waiting.pollFirst();
        }
        return next;
    }

    void closeIdle() {
        long before =
                System.nanoTime() - TimeUnit.SECONDS.toNanos(origins.settings().idleSeconds());
        while (!idle.isEmpty() && idle.peekLast().idleSince() - before < 0) {
            idle.removeLast().close();
        }
    }

    boolean isUnused() {
        return open.isEmpty() && opening == 0 && waiting.isEmpty();
    }

    void close() {
        List.copyOf(open).forEach(UpstreamConnection::close);
    }
}
