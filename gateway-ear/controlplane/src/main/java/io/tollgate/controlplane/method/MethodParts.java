package io.tollgate.controlplane.method;

import io.tollgate.model.restapi.Integration;
import io.tollgate.model.restapi.IntegrationResponse;
import io.tollgate.model.restapi.Method;
import io.tollgate.model.restapi.MethodResponse;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Methods and integrations with one part exchanged. */
final class MethodParts {

    private MethodParts() {}

    static Method with(Method method, @Nullable Integration integration) {
        return rebuilt(method, method.methodResponses(), integration);
    }

    static Method with(Method method, MethodResponse response) {
        Map<String, MethodResponse> responses = sorted(method.methodResponses());
        responses.put(response.statusCode(), response);
        return rebuilt(method, responses, method.methodIntegration());
    }

    static Method withoutResponse(Method method, String statusCode) {
        Map<String, MethodResponse> responses = sorted(method.methodResponses());
        responses.remove(statusCode);
        return rebuilt(method, responses.isEmpty() ? null : responses, method.methodIntegration());
    }

    static Integration with(Integration integration, IntegrationResponse response) {
        Map<String, IntegrationResponse> responses = sorted(integration.integrationResponses());
        responses.put(response.statusCode(), response);
        return rebuilt(integration, responses);
    }

    static Integration withoutResponse(Integration integration, String statusCode) {
        Map<String, IntegrationResponse> responses = sorted(integration.integrationResponses());
        responses.remove(statusCode);
        return rebuilt(integration, responses.isEmpty() ? null : responses);
    }

    private static <T> Map<String, T> sorted(@Nullable Map<String, T> map) {
        return map == null ? new TreeMap<>() : new TreeMap<>(map);
    }

    private static Method rebuilt(
            Method old, @Nullable Map<String, MethodResponse> responses, @Nullable Integration integration) {
        return new Method(
                old.httpMethod(),
                old.authorizationType(),
                old.authorizerId(),
                old.apiKeyRequired(),
                old.requestValidatorId(),
                old.operationName(),
                old.requestParameters(),
                old.requestModels(),
                responses,
                integration,
                old.authorizationScopes());
    }

    static Integration rebuilt(Integration old, @Nullable Map<String, IntegrationResponse> responses) {
        return new Integration(
                old.type(),
                old.httpMethod(),
                old.uri(),
                old.connectionType(),
                old.connectionId(),
                old.credentials(),
                old.requestParameters(),
                old.requestTemplates(),
                old.passthroughBehavior(),
                old.contentHandling(),
                old.timeoutInMillis(),
                old.cacheNamespace(),
                old.cacheKeyParameters(),
                responses,
                old.tlsConfig(),
                old.responseTransferMode(),
                old.integrationTarget());
    }
}
