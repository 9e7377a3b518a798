package io.tollgate.dataplane.explain;

import io.tollgate.dataplane.gateway.Answer;
import io.tollgate.dataplane.gateway.Call;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import io.tollgate.spi.integration.IntegrationRequest;
import io.tollgate.spi.integration.IntegrationResponse;

/**
 * What a call is at one moment: the client's request, then the integration's request, then the integration's response,
 * then the response.
 *
 * @param kind which of the four
 * @param method the verb of a request, empty for a response
 * @param target the path or URI of a request without its query string, empty for a response
 * @param query the query string of a request, undecoded; empty if there is none
 * @param status the status of a response, 0 for a request
 * @param headers the fields
 * @param body the content; its beginning can be read while it passes
 */
record Message(Kind kind, String method, String target, String query, int status, Headers headers, Body body) {

    /** The four shapes of a call. */
    enum Kind {
        REQUEST("request"),
        INTEGRATION_REQUEST("integration request"),
        INTEGRATION_RESPONSE("integration response"),
        RESPONSE("response");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    static Message of(Call call) {
        Answer answer = call.answer();
        if (answer != null) {
            return of(answer);
        }
        IntegrationResponse response = call.integrationResponse();
        if (response != null) {
            return response(Kind.INTEGRATION_RESPONSE, response.status(), response.headers(), response.body());
        }
        IntegrationRequest outgoing = call.outgoing();
        if (outgoing != null) {
            return request(
                    Kind.INTEGRATION_REQUEST, outgoing.method(), outgoing.uri(), outgoing.headers(), outgoing.body());
        }
        String path = call.incoming().rawPath();
        String address = call.rawQuery().isEmpty() ? path : path + "?" + call.rawQuery();
        return request(Kind.REQUEST, call.method(), address, call.headers(), call.body());
    }

    static Message of(Answer answer) {
        return response(Kind.RESPONSE, answer.status(), answer.headers(), answer.body());
    }

    private static Message request(Kind kind, String method, String address, Headers headers, Body body) {
        int question = address.indexOf('?');
        String target = question < 0 ? address : address.substring(0, question);
        String query = question < 0 ? "" : address.substring(question + 1);
        return new Message(kind, method, target, query, 0, new Headers(headers), body);
    }

    private static Message response(Kind kind, int status, Headers headers, Body body) {
        return new Message(kind, "", "", "", status, new Headers(headers), body);
    }
}
