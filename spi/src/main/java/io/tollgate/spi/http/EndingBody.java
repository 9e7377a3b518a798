package io.tollgate.spi.http;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/** A body that says when it is over, in front of one that does not. */
final class EndingBody implements Body {
    private final Body body;
    private final Runnable action;
    private final AtomicBoolean over = new AtomicBoolean();

    EndingBody(Body body, Runnable action) {
        this.body = body;
        this.action = action;
    }

    private void end() {
        if (over.compareAndSet(false, true)) {
            action.run();
        }
    }

    @Override
    public long length() {
        return body.length();
    }

    @Override
    public CompletionStage<byte[]> read(long limit) {
        return body.read(limit).whenComplete((bytes, failure) -> end());
    }

    @Override
    public void discard() {
        end();
        body.discard();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        body.subscribe(new Watching(subscriber));
    }

    private final class Watching implements Flow.Subscriber<ByteBuffer> {
        private final Flow.Subscriber<? super ByteBuffer> subscriber;

        private Watching(Flow.Subscriber<? super ByteBuffer> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long count) {
                    subscription.request(count);
                }

                @Override
                public void cancel() {
                    end();
                    subscription.cancel();
                }
            });
        }

        @Override
        public void onNext(ByteBuffer part) {
            subscriber.onNext(part);
        }

        @Override
        public void onError(Throwable failure) {
            end();
            subscriber.onError(failure);
        }

        @Override
        public void onComplete() {
            end();
            subscriber.onComplete();
        }
    }
}
