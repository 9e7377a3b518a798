package io.tollgate.transport;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Writes what a plugin publishes, from whatever thread, one buffer at a time. */
final class ResponseSubscriber implements Flow.Subscriber<ByteBuffer> {
    private final HttpServerResponse response;
    private final Context context;
    private Flow.@Nullable Subscription subscription;

    ResponseSubscriber(HttpServerResponse response) {
        this.response = response;
        this.context = Vertx.currentContext();
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        context.runOnContext(now -> {
            response.setChunked(true);
            response.closeHandler(gone -> given.cancel());
            given.request(1);
        });
    }

    @Override
    public void onNext(ByteBuffer item) {
        byte[] bytes = new byte[item.remaining()];
        item.get(bytes);
        context.runOnContext(now -> response.write(Buffer.buffer(bytes)).onSuccess(written -> more()));
    }

    private void more() {
        if (subscription != null) {
            subscription.request(1);
        }
    }

    @Override
    public void onError(Throwable broken) {
        context.runOnContext(now -> response.reset());
    }

    @Override
    public void onComplete() {
        context.runOnContext(now -> response.end());
    }
}
