package io.tollgate.plugin.testkit;

import io.tollgate.spi.http.Body;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;

/** A body that knows whether somebody has taken care of it. */
public final class WatchedBody implements Body {
    private final Body body;
    private final AtomicInteger consumed = new AtomicInteger();
    private final AtomicInteger discarded = new AtomicInteger();

    /** Watches a body. */
    public WatchedBody(Body body) {
        this.body = body;
    }

    /** Whether it was read, subscribed to or discarded. */
    public boolean takenCareOf() {
        return consumed.get() + discarded.get() > 0;
    }

    /** How often it was read or subscribed to; more than once is a mistake. */
    public int timesConsumed() {
        return consumed.get();
    }

    @Override
    public long length() {
        return body.length();
    }

    @Override
    public CompletionStage<byte[]> read(long limit) {
        consumed.incrementAndGet();
        return body.read(limit);
    }

    @Override
    public void discard() {
        discarded.incrementAndGet();
        body.discard();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        consumed.incrementAndGet();
        body.subscribe(subscriber);
    }
}
