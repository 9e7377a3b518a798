package io.tollgate.model.openapi.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.model.documentation.DocumentationPartLocation;
import io.tollgate.model.documentation.DocumentationPartType;
import io.tollgate.model.restapi.Method;
import io.tollgate.model.restapi.MethodResponse;
import io.tollgate.model.restapi.RequestValidator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Methods from operations. */
final class MethodReader {
    private static final String VALIDATOR = "x-amazon-apigateway-request-validator";

    private final Reading reading;
    private final ModelsReader models;
    private final SecurityReader security;
    private final List<RequestValidator> validators;

    MethodReader(Reading reading, ModelsReader models, SecurityReader security, List<RequestValidator> validators) {
        this.reading = reading;
        this.models = models;
        this.security = security;
        this.validators = validators;
    }

    Method read(Place place, JsonNode pathItem, JsonNode operation) {
        Parameters parameters = new ParametersReader(reading, place).read(pathItem, operation);
        Map<String, String> requestModels = new BodyReader(reading, models, place).read(operation, parameters.body());
        Map<String, MethodResponse> responses = new ResponsesReader(reading, models, place).read(operation);
        MethodAccess access = MethodAccess.read(reading, security, operation, place);
        reading.notes()
                .take(
                        DocumentationPartLocation.of(
                                DocumentationPartType.METHOD,
                                place.path(),
                                place.method(),
                                DocumentationPartLocation.ANY,
                                null),
                        operation);
        return new Method(
                place.method(),
                access.authorizationType(),
                access.authorizerId(),
                access.apiKeyRequired(),
                validator(place, operation),
                Fields.text(operation, "operationId"),
                parameters.declared(),
                requestModels,
                responses.isEmpty() ? null : responses,
                new IntegrationReader(reading, place).read(operation, parameters.declared(), responses),
                access.scopes());
    }

    private @Nullable String validator(Place place, JsonNode operation) {
        JsonNode owner = operation.has(VALIDATOR) ? operation : reading.root();
        String name = Fields.text(owner, VALIDATOR);
        if (name == null || name.isEmpty()) {
            return null;
        }
        if (validators.stream().noneMatch(validator -> Objects.equals(validator.name(), name))) {
            reading.report()
                    .error(
                            place.unableToPut("method") + "Invalid Request Validator identifier specified",
                            reading.line(owner, VALIDATOR));
        }
        return name;
    }
}
