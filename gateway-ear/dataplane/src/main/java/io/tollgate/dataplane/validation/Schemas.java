package io.tollgate.dataplane.validation;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.tollgate.model.restapi.ApiDefinition;
import io.tollgate.model.restapi.Model;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The models of one API as schemas of JSON Schema draft 4. Models refer to each other by {@code
 * https://apigateway.amazonaws.com/restapis/{api}/models/{name}}; nothing else is ever loaded. Used while a stage is
 * compiled.
 */
public final class Schemas {
    private static final String HOST = "https://apigateway.amazonaws.com/restapis/";

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, BodySchema> compiled = new HashMap<>();
    private final String prefix;
    private final JsonSchemaFactory factory;
    private final SchemaValidatorsConfig config;

    /** The models of a definition. */
    public Schemas(ApiDefinition definition) {
        this.prefix = HOST + definition.restApi().id() + "/models/";
        for (Model model : definition.models()) {
            texts.put(prefix + model.name(), model.schema() == null ? "{}" : model.schema());
        }
        this.factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V4,
                builder -> builder.schemaLoaders(
                        loaders -> loaders.values(List::clear).schemas(texts)));
        this.config = SchemaValidatorsConfig.builder()
                .preloadJsonSchema(false)
                // The untranslated messages: else clients get them in the language of the machine.
                .locale(Locale.ROOT)
                .regularExpressionFactory(expression -> {
                    Pattern pattern = Pattern.compile(expression);
                    return value -> pattern.matcher(new BoundedText(value)).find();
                })
                .build();
    }

    /**
     * The schema of a model.
     *
     * @throws IllegalArgumentException if there is no such model or it is no schema
     */
    BodySchema of(String model) {
        if (!texts.containsKey(prefix + model)) {
            throw new IllegalArgumentException("Invalid model identifier specified: " + model);
        }
        return compiled.computeIfAbsent(model, this::compile);
    }

    private BodySchema compile(String model) {
        try {
            JsonSchema schema = factory.getSchema(SchemaLocation.of(prefix + model), config);
            schema.initializeValidators();
            return new BodySchema(schema);
        } catch (JsonSchemaException | IllegalArgumentException malformed) {
            throw new IllegalArgumentException(
                    "model " + model + " is no schema: " + malformed.getMessage(), malformed);
        }
    }
}
