package io.tollgate.dataplane.validation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One model's compiled schema. Thread-safe. */
final class BodySchema {
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(512)
                            .maxNumberLength(1000)
                            .build())
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonSchema schema;

    BodySchema(JsonSchema schema) {
        this.schema = schema;
    }

    /** What is wrong with a body; an empty one counts as an empty object. */
    Optional<String> fault(byte[] body) {
        try {
            JsonNode tree = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
            Set<ValidationMessage> messages = schema.validate(tree);
            return messages.isEmpty()
                    ? Optional.empty()
                    : Optional.of(messages.stream()
                            .map(ValidationMessage::getMessage)
                            .collect(Collectors.joining(", ", "[", "]")));
        } catch (JsonProcessingException malformed) {
            return Optional.of("[" + malformed.getOriginalMessage() + "]");
        } catch (IOException | BoundedText.TooMuchException unreadable) {
            return Optional.of("[" + unreadable.getMessage() + "]");
        }
    }
}
