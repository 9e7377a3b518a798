package io.tollgate.server.servlet;

import io.tollgate.dataplane.gateway.Answer;
import io.tollgate.spi.http.Headers;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes an answer through the container without blocking. */
final class ServletAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ServletAnswers.class);
    private static final long LARGEST = 10_485_760;

    private ServletAnswers() {}

    static void write(AsyncContext async, HttpServletRequest request, HttpServletResponse response, Answer answer) {
        if (ServletRequests.asksForUpgrade(request)) {
            response.setHeader("Connection", "close");
        }
        boolean bodyless = request.getMethod().equals("HEAD") || answer.status() == 204 || answer.status() == 304;
        if (bodyless) {
            long length = answer.body().length();
            answer.body().discard();
            head(response, answer);
            if (request.getMethod().equals("HEAD") && length >= 0) {
                response.setContentLengthLong(length);
            }
            async.complete();
            return;
        }
        answer.body().read(LARGEST).whenComplete((bytes, broken) -> {
            if (bytes == null) {
                LOG.warn("the backend broke off while it answered: {}", String.valueOf(broken));
                cut(async, response);
            } else {
                head(response, answer);
                send(async, response, bytes);
            }
        });
    }

    private static void head(HttpServletResponse response, Answer answer) {
        response.setStatus(answer.status());
        Headers headers = answer.headers();
        for (int i = 0; i < headers.size(); i++) {
            if (headers.name(i).equalsIgnoreCase("Content-Type")) {
                response.setContentType(headers.value(i));
            } else {
                response.addHeader(headers.name(i), headers.value(i));
            }
        }
    }

    /** Nothing was sent yet: the caller gets a gateway error rather than half an answer. */
    private static void cut(AsyncContext async, HttpServletResponse response) {
        response.setStatus(500);
        response.setContentType("application/json");
        response.setHeader("Connection", "close");
        response.setHeader("x-amzn-ErrorType", "InternalServerErrorException");
        send(
                async,
                response,
                "{\"message\": \"Internal server error\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static void send(AsyncContext async, HttpServletResponse response, byte[] bytes) {
        response.setContentLength(bytes.length);
        try {
            ServletOutputStream out = response.getOutputStream();
            out.setWriteListener(new Sender(async, out, bytes));
        } catch (IOException gone) {
            LOG.debug("the caller went away", gone);
            async.complete();
        }
    }

    /** Hands the bytes over when the container can take them. */
    private record Sender(AsyncContext async, ServletOutputStream out, byte[] bytes) implements WriteListener {
        @Override
        public void onWritePossible() throws IOException {
            out.write(bytes);
            async.complete();
        }

        @Override
        public void onError(Throwable gone) {
            LOG.debug("the caller went away", gone);
            async.complete();
        }
    }
}
