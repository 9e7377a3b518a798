package io.tollgate.model.openapi.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.model.error.ApiException;
import io.tollgate.model.openapi.ImportOptions;
import io.tollgate.model.openapi.ImportedSettings;
import io.tollgate.model.restapi.ResourcePolicies;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An API's settings from info, servers and the extensions at the root. */
final class SettingsReader {
    private static final String PREFIX = "x-amazon-apigateway-";
    private static final String ENDPOINT = PREFIX + "endpoint-configuration";
    private static final int LARGEST_COMPRESSION_SIZE = 10_485_760;

    private final Reading reading;

    SettingsReader(Reading reading) {
        this.reading = reading;
    }

    ImportedSettings read() {
        JsonNode root = reading.root();
        JsonNode info = root.path("info");
        JsonNode endpoint = endpoint();
        return new ImportedSettings(
                Fields.text(info, "title"),
                Fields.text(info, "description"),
                Fields.text(info, "version"),
                apiKeySource(),
                Fields.texts(root.path(PREFIX + "binary-media-types")),
                minimumCompressionSize(),
                policy(),
                Fields.bool(endpoint, "disableExecuteApiEndpoint"),
                reading.options().endpointType(),
                Fields.text(endpoint, "ipAddressType"),
                vpcEndpointIds(endpoint),
                Fields.text(root, PREFIX + "security-policy"),
                Fields.text(root, PREFIX + "endpoint-access-mode"));
    }

    private @Nullable String apiKeySource() {
        String member = PREFIX + "api-key-source";
        String source = Fields.upper(reading.root(), member);
        if (source != null && !List.of("HEADER", "AUTHORIZER").contains(source)) {
            refuse("Invalid API key source specified: " + source, member);
        }
        return source;
    }

    private @Nullable Integer minimumCompressionSize() {
        String member = PREFIX + "minimum-compression-size";
        String text = Fields.text(reading.root(), member);
        Integer size = Fields.integer(reading.root(), member);
        if (text != null && (size == null || size < 0 || size > LARGEST_COMPRESSION_SIZE)) {
            refuse("Invalid minimum compression size, must be between 0 and 10485760", member);
        }
        return size;
    }

    private @Nullable String policy() {
        String member = PREFIX + "policy";
        JsonNode policy = reading.root().path(member);
        if (policy.isMissingNode() || policy.isNull()) {
            return null;
        }
        try {
            return ResourcePolicies.normalised(
                    policy.toString(), reading.options().target().executeApiArn());
        } catch (ApiException refused) {
            refuse(refused.text(), member);
            return null;
        }
    }

    /** Swagger 2.0 has it at the root, OpenAPI 3 on a server; either place is taken for both. */
    private JsonNode endpoint() {
        JsonNode servers = reading.root().path("servers");
        if (servers.size() > 1) {
            reading.report()
                    .warn(
                            "More than one server provided. Ignoring all but the first for defining endpoint configuration",
                            reading.line(servers));
        }
        JsonNode first = servers.path(0).path(ENDPOINT);
        return first.isObject() ? first : reading.root().path(ENDPOINT);
    }

    private @Nullable List<String> vpcEndpointIds(JsonNode endpoint) {
        ImportOptions options = reading.options();
        Set<String> ids = new LinkedHashSet<>(options.vpcEndpointIds());
        List<String> written = Fields.texts(endpoint.path("vpcEndpointIds"));
        if (written != null) {
            ids.addAll(written);
        }
        return ids.isEmpty() ? null : new ArrayList<>(ids);
    }

    private void refuse(String why, String member) {
        reading.report().error(why, reading.line(reading.root(), member));
    }
}
