package io.tollgate.transport;

import io.tollgate.dataplane.gateway.Answer;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.streams.ReadStream;

/** Writes an answer to an express connection: a body in hand goes out with its head in one write. */
final class AnswerWriter {

    private AnswerWriter() {}

    static void write(HttpServerRequest request, Answer answer) {
        HttpServerResponse response = request.response();
        if (response.closed() || response.ended()) {
            answer.body().discard();
            return;
        }
        head(response, answer);
        Body body = answer.body();
        if (isBodyless(request, answer)) {
            announce(response, answer);
            body.discard();
            response.end();
            return;
        }
        switch (body) {
            case Body.BytesBody inHand -> response.end(Buffer.buffer(inHand.bytes()));
            case StreamBody stream when stream.isHere() -> stream(response, stream);
            default -> body.subscribe(new ResponseSubscriber(response));
        }
    }

    private static void head(HttpServerResponse response, Answer answer) {
        response.setStatusCode(answer.status());
        Headers headers = answer.headers();
        for (int i = 0; i < headers.size(); i++) {
            response.headers().add(headers.name(i), headers.value(i));
        }
    }

    private static boolean isBodyless(HttpServerRequest request, Answer answer) {
        return HttpMethod.HEAD.equals(request.method()) || answer.status() == 204 || answer.status() == 304;
    }

    private static void announce(HttpServerResponse response, Answer answer) {
        if (answer.status() != 204 && answer.body().length() >= 0) {
            response.putHeader("Content-Length", Long.toString(answer.body().length()));
        }
    }

    private static void stream(HttpServerResponse response, StreamBody body) {
        ReadStream<Buffer> source = body.take();
        if (body.length() >= 0) {
            response.putHeader("Content-Length", Long.toString(body.length()));
        } else {
            response.setChunked(true);
        }
        long[] missing = {body.length()};
        response.closeHandler(gone -> body.abort());
        response.exceptionHandler(broken -> body.abort());
        source.exceptionHandler(broken -> cut(response))
                .endHandler(end -> {
                    body.ended();
                    finish(response);
                })
                .handler(chunk -> {
                    missing[0] -= chunk.length();
                    if (missing[0] == 0) {
                        response.end(chunk);
                        body.ended();
                        return;
                    }
                    response.write(chunk);
                    if (response.writeQueueFull()) {
                        source.pause();
                        response.drainHandler(drained -> source.resume());
                    }
                });
        source.resume();
    }

    private static void finish(HttpServerResponse response) {
        if (!response.ended()) {
            response.end();
        }
    }

    /** The backend broke off after the head was sent: the client must see a broken answer, not a short one. */
    private static void cut(HttpServerResponse response) {
        if (!response.ended()) {
            response.reset();
        }
    }
}
