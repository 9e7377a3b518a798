package io.tollgate.controlplane.restapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.wire.Json;
import io.tollgate.controlplane.wire.Nodes;
import io.tollgate.model.domain.SecurityPolicies;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.error.ApiException.NotFoundException;
import io.tollgate.model.patch.PatchTable;
import io.tollgate.model.patch.PatchTable.Change;
import io.tollgate.model.restapi.EndpointConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What UpdateRestApi can change. */
final class RestApiPatch {
    private static final Change<ObjectNode> BAD_TYPE_OP = (draft, key, value) -> {
        throw new BadRequestException("Invalid patch operation specified. Must be 'add'|'remove'|'replace'");
    };

    static final PatchTable<ObjectNode> TABLE = new PatchTable<ObjectNode>(PatchTable.Family.TERSE)
            .replace("/name", (draft, key, value) -> {
                if (value == null || value.isEmpty()) {
                    throw new BadRequestException("Name cannot be empty");
                }
                draft.put("name", value);
            })
            .replace("/description", Nodes.text("description"))
            .on("remove", "/description", Nodes.drop("description"))
            .replace("/version", Nodes.text("version"))
            .replace("/apiKeySource", (draft, key, value) -> {
                if (!"HEADER".equals(value) && !"AUTHORIZER".equals(value)) {
                    throw new BadRequestException(
                            "Invalid API key source specified. Must be one of: [HEADER, AUTHORIZER]");
                }
                draft.put("apiKeySource", value);
            })
            .replace("/disableExecuteApiEndpoint", Nodes.flag("disableExecuteApiEndpoint"))
            .replace("/policy", Nodes.text("policy"))
            .replace("/minimumCompressionSize", RestApiPatch::compression)
            .replace("/securityPolicy", Nodes.oneOf("securityPolicy", SecurityPolicies.ALL))
            .replace("/endpointAccessMode", Nodes.oneOf("endpointAccessMode", SecurityPolicies.ACCESS_MODES))
            .on("add", "/binaryMediaTypes/{}", (draft, type, value) -> addType(draft, type))
            .on("replace", "/binaryMediaTypes/{}", RestApiPatch::replaceType)
            .on("remove", "/binaryMediaTypes/{}", (draft, type, value) -> removeType(draft, type))
            .on("replace", "/endpointConfiguration/types/{}", endpoint(EndpointTypes::withType))
            .on("remove", "/endpointConfiguration/types/{}", BAD_TYPE_OP)
            .on("add", "/endpointConfiguration/types/{}", endpoint(EndpointTypes::withType))
            .replace("/endpointConfiguration/ipAddressType", endpoint(EndpointTypes::withIp))
            .on("add", "/endpointConfiguration/vpcEndpointIds", endpoint((old, id) -> vpcEndpoints(old, id, true)))
            .on("remove", "/endpointConfiguration/vpcEndpointIds", endpoint((old, id) -> vpcEndpoints(old, id, false)));

    private RestApiPatch() {}

    private static void compression(ObjectNode draft, String key, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            draft.remove("minimumCompressionSize");
            return;
        }
        draft.put(
                "minimumCompressionSize", compressionSize(value.matches("-?\\d{1,9}") ? Integer.parseInt(value) : -1));
    }

    static int compressionSize(int size) {
        if (size < 0 || size > 10_485_760) {
            throw new BadRequestException("Invalid minimum compression size, must be between 0 and 10485760");
        }
        return size;
    }

    private static void addType(ObjectNode draft, String type) {
        ArrayNode types = draft.withArrayProperty("binaryMediaTypes");
        if (indexOf(types, type) < 0) {
            types.add(type);
        }
    }

    private static void replaceType(ObjectNode draft, String type, @Nullable String value) {
        removeType(draft, type);
        addType(draft, value == null ? "" : value);
    }

    private static void removeType(ObjectNode draft, String type) {
        ArrayNode types = draft.withArrayProperty("binaryMediaTypes");
        int index = indexOf(types, type);
        if (index < 0) {
            throw new NotFoundException("Invalid binary media type specified");
        }
        types.remove(index);
        if (types.isEmpty()) {
            draft.remove("binaryMediaTypes");
        }
    }

    private static int indexOf(ArrayNode types, String type) {
        for (int i = 0; i < types.size(); i++) {
            if (types.get(i).asText().equals(type)) {
                return i;
            }
        }
        return -1;
    }

    private static Change<ObjectNode> endpoint(
            BiFunction<EndpointConfiguration, @Nullable String, EndpointConfiguration> change) {
        return (draft, key, value) -> {
            EndpointConfiguration old =
                    Json.fromDraft((ObjectNode) draft.get("endpointConfiguration"), EndpointConfiguration.class);
            draft.set("endpointConfiguration", Json.draft(change.apply(old, value)));
        };
    }

    private static EndpointConfiguration vpcEndpoints(EndpointConfiguration old, @Nullable String id, boolean add) {
        List<String> ids = new ArrayList<>(old.vpcEndpointIds() == null ? List.of() : old.vpcEndpointIds());
        ids.remove(id);
        if (add && id != null) {
            ids.add(id);
        }
        return new EndpointConfiguration(old.types(), old.ipAddressType(), ids.isEmpty() ? null : ids);
    }
}
