package io.tollgate.server.servlet;

import io.tollgate.dataplane.gateway.JsonText;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * An answer to a request that nobody but the listener sees.
 *
 * @param status the status
 * @param message what the caller is told
 */
record Refusal(int status, String message) {

    /** Writes the answer and lets the connection be closed. */
    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setHeader("Connection", "close");
        response.setHeader("x-amzn-RequestId", UUID.randomUUID().toString());
        response.setHeader("x-amzn-ErrorType", errorType());
        byte[] body = body();
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    byte[] body() {
        return ("{\"message\":" + JsonText.quote(message) + "}").getBytes(StandardCharsets.UTF_8);
    }

    String errorType() {
        return switch (status) {
            case 413 -> "RequestTooLargeException";
            case 503 -> "ServiceUnavailableException";
            default -> "BadRequestException";
        };
    }
}
