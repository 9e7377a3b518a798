package io.tollgate.server.servlet;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.tollgate.dataplane.route.PathSyntax;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpPacket;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.Protocol;
import org.glassfish.grizzly.http.util.DataChunk;
import org.glassfish.grizzly.memory.Buffers;

/**
 * Refuses a path with a broken percent escape, which Payara would answer with an empty 200 before any servlet or filter
 * runs, and names newer statuses. Sits in Grizzly's own chain, behind the reader of requests. Thread-safe.
 */
final class ContainerGuard extends BaseFilter {
    private static final Refusal BROKEN = new Refusal(400, "Bad Request: broken percent escape in the path");

    @Override
    @SuppressWarnings("rawtypes") // So are the handlers of Grizzly's writes.
    public NextAction handleRead(FilterChainContext context) {
        if (!(context.getMessage() instanceof HttpContent content)
                || !(content.getHttpHeader() instanceof HttpRequestPacket request)
                || !isBroken(request.getRequestURIRef().getOriginalRequestURIBC())) {
            return context.getInvokeAction();
        }
        request.setExpectContent(false);
        Connection<?> connection = context.getConnection();
        context.write(answer(request), new EmptyCompletionHandler<>() {
            @Override
            public void completed(WriteResult result) {
                connection.closeSilently();
            }
        });
        return context.getStopAction();
    }

    /** Names the statuses that Grizzly calls {@code CUSTOM}: it knows those of 1999 only. */
    @Override
    public NextAction handleWrite(FilterChainContext context) {
        if (context.getMessage() instanceof HttpPacket packet
                && packet.getHttpHeader() instanceof HttpResponsePacket response
                && !response.isCommitted()
                && "CUSTOM".equals(response.getReasonPhrase())) {
            response.setReasonPhrase(
                    HttpResponseStatus.valueOf(response.getStatus()).reasonPhrase());
        }
        return context.getInvokeAction();
    }

    private static HttpPacket answer(HttpRequestPacket request) {
        byte[] body = BROKEN.body();
        Buffer bytes = Buffers.wrap(null, body);
        HttpResponsePacket response = HttpResponsePacket.builder(request)
                .protocol(Protocol.HTTP_1_1)
                .status(BROKEN.status())
                .contentType("application/json")
                .contentLength(body.length)
                .header("Connection", "close")
                .header("x-amzn-RequestId", UUID.randomUUID().toString())
                .header("x-amzn-ErrorType", BROKEN.errorType())
                .build();
        return HttpContent.builder(response).content(bytes).last(true).build();
    }

    private static boolean isBroken(DataChunk path) {
        return path.indexOf('%', 0) >= 0 && PathSyntax.hasBrokenEscape(path.toString(StandardCharsets.ISO_8859_1));
    }
}
