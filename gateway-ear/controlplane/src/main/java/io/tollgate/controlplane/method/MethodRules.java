package io.tollgate.controlplane.method;

import io.tollgate.controlplane.authorizer.Authorizers;
import io.tollgate.controlplane.model.Models;
import io.tollgate.controlplane.validator.RequestValidators;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.mapping.MappingSyntax;
import io.tollgate.model.restapi.Method;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a method may refer to. */
@ApplicationScoped
public class MethodRules {
    private static final List<String> TYPES = List.of("NONE", "AWS_IAM", "CUSTOM", "COGNITO_USER_POOLS");

    private final Authorizers authorizers;
    private final RequestValidators validators;
    private final Models models;

    /** Rules over what exists. */
    @Inject
    public MethodRules(Authorizers authorizers, RequestValidators validators, Models models) {
        this.authorizers = authorizers;
        this.validators = validators;
        this.models = models;
    }

    /** The method as it is kept: checked, and without an authorizer where its type has none. */
    Method checked(String apiId, Method method) {
        if (!TYPES.contains(method.authorizationType())) {
            throw new BadRequestException(
                    "Invalid authorization type specified. Valid options are " + String.join(",", TYPES));
        }
        boolean authorized = method.authorizationType().equals("CUSTOM")
                || method.authorizationType().equals("COGNITO_USER_POOLS");
        String authorizerId = authorized ? method.authorizerId() : null;
        if (authorized
                && (authorizerId == null
                        || authorizers.find(apiId, authorizerId).isEmpty())) {
            throw new BadRequestException("Invalid authorizer ID specified. Setting the authorization type to CUSTOM or"
                    + " COGNITO_USER_POOLS requires a valid authorizer.");
        }
        checkValidator(apiId, method.requestValidatorId());
        checkModels(apiId, method.requestModels());
        if (method.requestParameters() != null) {
            MappingSyntax.checkMethodParameters(method.requestParameters().keySet());
        }
        return new Method(
                method.httpMethod(),
                method.authorizationType(),
                authorizerId,
                method.apiKeyRequired(),
                method.requestValidatorId(),
                method.operationName(),
                method.requestParameters(),
                method.requestModels(),
                method.methodResponses(),
                method.methodIntegration(),
                method.authorizationScopes());
    }

    private void checkValidator(String apiId, @Nullable String validatorId) {
        if (validatorId != null && validators.find(apiId, validatorId).isEmpty()) {
            throw new BadRequestException("Invalid Request Validator identifier specified");
        }
    }

    /** Refuses names of models that do not exist. */
    void checkModels(String apiId, @Nullable Map<String, String> used) {
        if (used != null) {
            used.values().forEach(name -> {
                if (models.find(apiId, name).isEmpty()) {
                    throw new BadRequestException("Invalid model identifier specified: " + name);
                }
            });
        }
    }
}
