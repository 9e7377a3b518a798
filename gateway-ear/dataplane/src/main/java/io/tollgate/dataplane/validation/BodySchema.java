package io.tollgate.dataplane.validation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.FailFastAssertionException;
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

    private static final ObjectReader READER = JSON.reader();
    private static final int ALL_FAULTS = 64 * 1024;

    private final JsonSchema schema;

    BodySchema(JsonSchema schema) {
        this.schema = schema;
    }

    /**
     * What is wrong with a body.
     *
     * @param text in AWS's words
     * @param details with the places in the body
     */
    record Fault(String text, String details) {

        private Fault(String text) {
            this(text, text);
        }
    }

    /** What is wrong with a body; an empty one counts as an empty object. */
    Optional<Fault> fault(byte[] body) {
        try {
            JsonNode tree = body.length == 0
                    ? JSON.createObjectNode()
                    : READER.with(new CountedNodes()).readTree(body);
            // A large body may break a rule in each of a million places.
            boolean firstOnly = body.length > ALL_FAULTS;
            Set<ValidationMessage> messages = schema.validate(
                    tree, context -> context.getExecutionConfig().setFailFast(firstOnly));
            return messages.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Fault(
                            FaultText.of(messages),
                            messages.stream()
                                    .map(ValidationMessage::getMessage)
                                    .collect(Collectors.joining(", ", "[", "]"))));
        } catch (JsonProcessingException malformed) {
            return Optional.of(new Fault("[" + malformed.getOriginalMessage() + "]"));
        } catch (FailFastAssertionException first) {
            return Optional.of(new Fault("[" + first.getMessage() + "]"));
        } catch (IOException | BoundedText.TooMuchException | CountedNodes.TooManyException unreadable) {
            return Optional.of(new Fault("[" + unreadable.getMessage() + "]"));
        } catch (ArithmeticException | NumberFormatException beyond) {
            return Optional.of(new Fault("[a number is too large to be checked]"));
        } catch (StackOverflowError endless) {
            return Optional.of(new Fault("[the model refers to itself without end]"));
        }
    }
}
