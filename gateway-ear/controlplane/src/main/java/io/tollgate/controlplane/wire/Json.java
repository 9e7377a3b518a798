package io.tollgate.controlplane.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.tollgate.model.error.ApiException.SerializationException;
import io.tollgate.model.patch.PatchOperation;
import io.tollgate.model.patch.PatchTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** JSON as REST APIs write it: times are epoch seconds, absent members are left out. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, new EpochSeconds())
                    .addDeserializer(Instant.class, new FromEpochSeconds()))
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    /** A value as JSON text. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("cannot write " + value.getClass().getName(), broken);
        }
    }

    /** A record from JSON text that {@link #write} wrote. */
    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("cannot read a stored " + type.getSimpleName(), broken);
        }
    }

    /** A record as a tree that may be changed. */
    public static ObjectNode draft(Object record) {
        return MAPPER.valueToTree(record);
    }

    /** The record that a tree describes. */
    public static <T> T fromDraft(ObjectNode draft, Class<T> type) {
        return MAPPER.convertValue(draft, type);
    }

    /** What a client sent, as a tree; an empty body is an empty object. */
    public static JsonNode parse(byte[] body) {
        if (body.length == 0) {
            return MAPPER.createObjectNode();
        }
        try {
            JsonNode tree = MAPPER.readTree(body);
            if (tree == null || !tree.isObject()) {
                throw new SerializationException("Unexpected token: the body must be a JSON object");
            }
            return tree;
        } catch (IOException malformed) {
            throw new SerializationException("The request body is not valid JSON");
        }
    }

    /** A record with the changes of a PATCH. */
    public static <T> T patched(
            T record, Class<T> type, PatchTable<ObjectNode> table, List<PatchOperation> operations) {
        ObjectNode draft = draft(record);
        table.apply(draft, operations);
        return fromDraft(draft, type);
    }

    /** Any JSON text as a tree, or a refusal in these words. */
    public static JsonNode tree(String json, String refusal) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException malformed) {
            throw new io.tollgate.model.error.ApiException.BadRequestException(refusal);
        }
    }

    private static final class EpochSeconds extends StdSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        private EpochSeconds() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeNumber(value.getEpochSecond());
        }
    }

    private static final class FromEpochSeconds extends StdDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        private FromEpochSeconds() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
            BigDecimal seconds = in.getDecimalValue();
            return Instant.ofEpochSecond(seconds.longValue());
        }
    }
}
