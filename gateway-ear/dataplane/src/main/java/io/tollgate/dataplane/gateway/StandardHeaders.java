package io.tollgate.dataplane.gateway;

/** The fields that every answer carries. */
final class StandardHeaders {

    private StandardHeaders() {}

    static Answer on(Call call, Answer answer) {
        answer.headers().add("x-amzn-RequestId", call.requestId()).add("x-amz-apigw-id", call.extendedRequestId());
        contentType(answer);
        return answer;
    }

    static void contentType(Answer answer) {
        if (answer.headers().get("Content-Type") == null) {
            answer.headers().add("Content-Type", "application/json");
        }
    }
}
