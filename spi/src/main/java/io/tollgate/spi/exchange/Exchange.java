package io.tollgate.spi.exchange;

import io.tollgate.spi.http.Headers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call to an API: what the client sent, where it was routed to, and what the gateway knows about it. Read-only for
 * plugins, and valid only until the call has ended.
 */
public interface Exchange {

    /** The UUID that the client gets as {@code x-amzn-RequestId} and that log lines carry. */
    String requestId();

    /** The id that the client gets as {@code x-amz-apigw-id}. */
    String extendedRequestId();

    /** The verb, after {@code X-HTTP-Method-Override}. */
    String method();

    /** The request path with its stage or base path, as sent, undecoded; begins with a slash. */
    String requestPath();

    /** The path that was matched against the resources: without stage or base path mapping, undecoded. */
    String resourceRequestPath();

    /** The query string as sent, without the question mark; empty if there is none. */
    String rawQuery();

    /** The query parameters, decoded once, all values in order of arrival. */
    QueryParameters query();

    /** The header fields that may reach mappings and integrations: what AWS drops on entry is gone. */
    Headers headers();

    /** The API's id. */
    String apiId();

    /** The stage's name. */
    String stage();

    /** The matched resource's id, or the route's. */
    String resourceId();

    /** The matched resource's path in template form, for example {@code /pets/{petId}}. */
    String resourcePath();

    /** The path variables by name, undecoded. */
    Map<String, String> pathParameters();

    /** The stage variables, a canary's overrides applied. */
    Map<String, String> stageVariables();

    /**
     * A value of {@code $context} by its dotted name without {@code $context.}, for example {@code identity.sourceIp}.
     * Null if it is unknown or not set.
     */
    @Nullable Object context(String name);
}
