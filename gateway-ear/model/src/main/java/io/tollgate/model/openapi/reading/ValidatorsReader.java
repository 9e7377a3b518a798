package io.tollgate.model.openapi.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.model.restapi.RequestValidator;
import java.util.ArrayList;
import java.util.List;

/** Request validators from {@code x-amazon-apigateway-request-validators}. */
final class ValidatorsReader {
    private ValidatorsReader() {}

    static List<RequestValidator> read(Reading reading) {
        List<RequestValidator> validators = new ArrayList<>();
        JsonNode extension = reading.root().path("x-amazon-apigateway-request-validators");
        extension.properties().forEach(member -> {
            JsonNode validator = member.getValue();
            validators.add(new RequestValidator(
                    member.getKey(),
                    member.getKey(),
                    Fields.isTrue(validator, "validateRequestBody"),
                    Fields.isTrue(validator, "validateRequestParameters")));
            if (!validator.has("validateRequestBody") || !validator.has("validateRequestParameters")) {
                reading.report()
                        .warn(
                                "Request validator '" + member.getKey()
                                        + "' lacks validateRequestBody or validateRequestParameters. Taking false.",
                                reading.line(extension, member.getKey()));
            }
        });
        return validators;
    }
}
