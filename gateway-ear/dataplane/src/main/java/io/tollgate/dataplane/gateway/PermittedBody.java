package io.tollgate.dataplane.gateway;

import io.tollgate.dataplane.limit.Concurrency.Permit;
import io.tollgate.spi.http.Body;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** A body that keeps its call in progress until it has arrived, was broken off, or is not wanted any more. */
record PermittedBody(Body body, Permit permit) implements Body {

    /** The answer of a call; the call ends now if the whole answer is here, else with the answer's body. */
    static Answer hold(Answer answer, Permit permit) {
        if (answer.body() instanceof BytesBody) {
            permit.close();
            return answer;
        }
        return new Answer(answer.status(), answer.headers(), new PermittedBody(answer.body(), permit));
    }

    @Override
    public long length() {
        return body.length();
    }

    @Override
    public CompletionStage<byte[]> read(long limit) {
        return body.read(limit).whenComplete((bytes, failure) -> permit.close());
    }

    @Override
    public void discard() {
        permit.close();
        body.discard();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        body.subscribe(new Watching(subscriber, permit));
    }

    private record Watching(Flow.Subscriber<? super ByteBuffer> subscriber, Permit permit)
            implements Flow.Subscriber<ByteBuffer> {

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long count) {
                    subscription.request(count);
                }

                @Override
                public void cancel() {
                    permit.close();
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
            permit.close();
            subscriber.onError(failure);
        }

        @Override
        public void onComplete() {
            permit.close();
            subscriber.onComplete();
        }
    }
}
