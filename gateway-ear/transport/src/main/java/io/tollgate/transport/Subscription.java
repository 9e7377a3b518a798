package io.tollgate.transport;

import io.netty.buffer.Unpooled;
import io.tollgate.spi.http.Body;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Brings a body from outside this room, published by whatever thread, to a sink on an event loop. */
final class Subscription implements Flow.Subscriber<ByteBuffer>, Source {
    private final Loop loop;
    private final Sink sink;
    private Flow.@Nullable Subscription subscription;
    private boolean paused;
    private boolean owing;
    private boolean over;

    private Subscription(Loop loop, Sink sink) {
        this.loop = loop;
        this.sink = sink;
    }

    /** What will hold the body back for this sink: the body itself if it arrives on the same loop. */
    static Source of(Body body, Loop loop, Sink sink) {
        return body instanceof StreamBody stream && stream.loop() == loop ? stream : new Subscription(loop, sink);
    }

    /** Lets the body flow, once the sink knows its source. */
    static void begin(Body body, Source source, Sink sink) {
        if (source instanceof Subscription foreign) {
            body.subscribe(foreign);
        } else if (body instanceof StreamBody stream) {
            stream.flowTo(sink);
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        loop.run(() -> {
            subscription = given;
            if (over) {
                given.cancel();
            } else {
                given.request(1);
            }
        });
    }

    @Override
    public void onNext(ByteBuffer piece) {
        byte[] bytes = new byte[piece.remaining()];
        piece.get(bytes);
        loop.run(() -> {
            if (over) {
                return;
            }
            sink.chunk(Unpooled.wrappedBuffer(bytes));
            sink.flush();
            if (paused) {
                owing = true;
            } else {
                more();
            }
        });
    }

    private void more() {
        if (subscription != null && !over) {
            subscription.request(1);
        }
    }

    @Override
    public void onError(Throwable cause) {
        loop.run(() -> {
            if (!over) {
                over = true;
                sink.broken(cause);
            }
        });
    }

    @Override
    public void onComplete() {
        loop.run(() -> {
            if (!over) {
                over = true;
                sink.end();
            }
        });
    }

    @Override
    public void pause() {
        paused = true;
    }

    @Override
    public void resume() {
        paused = false;
        if (owing) {
            owing = false;
            more();
        }
    }

    @Override
    public void abandon() {
        over = true;
        if (subscription != null) {
            subscription.cancel();
        }
    }
}
