package io.tollgate.model.openapi;

import io.tollgate.model.openapi.reading.ResourceTree;
import io.tollgate.model.restapi.ApiDefinition;
import io.tollgate.model.restapi.Authorizer;
import io.tollgate.model.restapi.EndpointConfiguration;
import io.tollgate.model.restapi.GatewayResponse;
import io.tollgate.model.restapi.Method;
import io.tollgate.model.restapi.Model;
import io.tollgate.model.restapi.RequestValidator;
import io.tollgate.model.restapi.Resource;
import io.tollgate.model.restapi.RestApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * PutRestApi: an imported API over an existing one.
 *
 * <p>Merging replaces methods, models, validators, authorizers and gateway responses of the same name, unites lists and
 * keeps the rest. Overwriting keeps only what a document cannot say or does not mention about the place of an API: its
 * id, creation date and endpoint.
 */
final class DefinitionMerge {
    private DefinitionMerge() {}

    static ApiDefinition merge(ApiDefinition existing, ApiDefinition imported, ImportedSettings settings) {
        return new ApiDefinition(
                merged(existing.restApi(), settings),
                resources(existing.resources(), imported.resources()),
                united(existing.models(), imported.models(), Model::name),
                united(existing.requestValidators(), imported.requestValidators(), RequestValidator::id),
                united(existing.authorizers(), imported.authorizers(), Authorizer::id),
                united(existing.gatewayResponses(), imported.gatewayResponses(), GatewayResponse::responseType));
    }

    static ApiDefinition overwrite(ApiDefinition existing, ApiDefinition imported, ImportedSettings settings) {
        return new ApiDefinition(
                overwritten(existing.restApi(), settings),
                imported.resources(),
                imported.models(),
                imported.requestValidators(),
                imported.authorizers(),
                imported.gatewayResponses());
    }

    private static RestApi merged(RestApi api, ImportedSettings settings) {
        return new RestApi(
                api.id(),
                Objects.requireNonNullElse(settings.name(), api.name()),
                either(settings.description(), api.description()),
                api.createdDate(),
                either(settings.version(), api.version()),
                union(api.binaryMediaTypes(), settings.binaryMediaTypes()),
                either(settings.minimumCompressionSize(), api.minimumCompressionSize()),
                Objects.requireNonNullElse(settings.apiKeySource(), api.apiKeySource()),
                endpoint(api.endpointConfiguration(), settings, true),
                either(settings.policy(), api.policy()),
                Objects.requireNonNullElse(settings.disableExecuteApiEndpoint(), api.disableExecuteApiEndpoint()),
                api.rootResourceId(),
                either(settings.securityPolicy(), api.securityPolicy()),
                either(settings.endpointAccessMode(), api.endpointAccessMode()));
    }

    private static RestApi overwritten(RestApi api, ImportedSettings settings) {
        return new RestApi(
                api.id(),
                Objects.requireNonNullElse(settings.name(), api.name()),
                settings.description(),
                api.createdDate(),
                settings.version(),
                settings.binaryMediaTypes(),
                settings.minimumCompressionSize(),
                Objects.requireNonNullElse(settings.apiKeySource(), "HEADER"),
                endpoint(api.endpointConfiguration(), settings, false),
                settings.policy(),
                Objects.requireNonNullElse(settings.disableExecuteApiEndpoint(), api.disableExecuteApiEndpoint()),
                api.rootResourceId(),
                either(settings.securityPolicy(), api.securityPolicy()),
                either(settings.endpointAccessMode(), api.endpointAccessMode()));
    }

    private static EndpointConfiguration endpoint(
            EndpointConfiguration endpoint, ImportedSettings settings, boolean unite) {
        String type = settings.endpointType();
        List<String> ids = settings.vpcEndpointIds();
        return new EndpointConfiguration(
                type == null ? endpoint.types() : List.of(type),
                either(settings.ipAddressType(), endpoint.ipAddressType()),
                unite || ids == null ? union(endpoint.vpcEndpointIds(), ids) : ids);
    }

    private static List<Resource> resources(List<Resource> existing, List<Resource> imported) {
        Map<String, Resource> byPath = new TreeMap<>();
        ResourceTree tree = new ResourceTree();
        List<Finding> refused = new ArrayList<>();
        existing.forEach(resource -> add(resource, byPath, tree, refused));
        imported.forEach(resource -> add(resource, byPath, tree, refused));
        if (!refused.isEmpty()) {
            throw OpenApiException.errors(refused);
        }
        return List.copyOf(byPath.values());
    }

    private static void add(Resource resource, Map<String, Resource> into, ResourceTree tree, List<Finding> refused) {
        tree.add(resource.path())
                .ifPresent(why -> refused.add(new Finding(
                        Finding.Severity.ERROR,
                        "Unable to create resource at path '" + resource.path() + "': " + why,
                        1)));
        into.merge(resource.path(), resource, DefinitionMerge::together);
    }

    private static Resource together(Resource existing, Resource imported) {
        Map<String, Method> methods = new LinkedHashMap<>(existing.resourceMethods());
        methods.putAll(imported.resourceMethods());
        return new Resource(existing.id(), existing.parentId(), existing.pathPart(), existing.path(), methods);
    }

    private static <T> List<T> united(List<T> existing, List<T> imported, Function<T, String> name) {
        Map<String, T> united = new LinkedHashMap<>();
        existing.forEach(thing -> united.put(name.apply(thing), thing));
        imported.forEach(thing -> united.put(name.apply(thing), thing));
        return List.copyOf(united.values());
    }

    private static @Nullable List<String> union(@Nullable List<String> some, @Nullable List<String> more) {
        if (some == null || more == null) {
            return some == null ? more : some;
        }
        Set<String> union = new LinkedHashSet<>(some);
        union.addAll(more);
        return List.copyOf(union);
    }

    private static <T> @Nullable T either(@Nullable T first, @Nullable T second) {
        return first == null ? second : first;
    }
}
