package io.tollgate.controlplane.restapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.store.Ids;
import io.tollgate.controlplane.store.Installation;
import io.tollgate.controlplane.wire.Input;
import io.tollgate.controlplane.wire.Json;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.domain.SecurityPolicies;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.restapi.ResourcePolicies;
import io.tollgate.model.restapi.RestApi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes APIs of what CreateRestApi is given. */
@ApplicationScoped
public class RestApiInput {
    private static final List<String> KEY_SOURCES = List.of("HEADER", "AUTHORIZER");
    private static final List<String> NOT_INHERITED = List.of("id", "rootResourceId", "createdDate");

    private final Ids ids;
    private final Clock clock;
    private final Installation installation;

    /** New APIs of this installation. */
    @Inject
    public RestApiInput(Ids ids, Clock clock, Installation installation) {
        this.ids = ids;
        this.clock = clock;
        this.installation = installation;
    }

    /** The members of a CreateRestApi, checked against the service model. */
    static Input checked(Request request) {
        Input input = request.input()
                .required("name")
                .oneOf("apiKeySource", KEY_SOURCES)
                .oneOf("securityPolicy", SecurityPolicies.ALL)
                .oneOf("endpointAccessMode", SecurityPolicies.ACCESS_MODES);
        EndpointTypes.validate(input.object("endpointConfiguration"));
        return input.check();
    }

    /** A new API. */
    RestApi create(Input input) {
        return read(input, ids.ten());
    }

    /** A new API that has another one's settings where the request is silent. */
    RestApi clone(Request request, RestApi source) {
        String id = ids.ten();
        ObjectNode members = Json.draft(source);
        members.remove(NOT_INHERITED);
        if (source.policy() != null) {
            members.put("policy", source.policy().replace(arn(source.id()) + "/", arn(id) + "/"));
        }
        members.setAll((ObjectNode) Json.parse(request.body()));
        return read(new Input(members, "createRestApiInput"), id);
    }

    private RestApi read(Input input, String id) {
        String name = input.text("name", "");
        if (name.isEmpty()) {
            throw new BadRequestException("API Name cannot be an empty string");
        }
        String description = input.description();
        Integer compression = input.integer("minimumCompressionSize");
        List<String> binary = input.list("binaryMediaTypes");
        return new RestApi(
                id,
                name,
                description,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                input.text("version"),
                binary == null || binary.isEmpty() ? null : binary,
                compression == null ? null : RestApiPatch.compressionSize(compression),
                input.text("apiKeySource", "HEADER"),
                EndpointTypes.read(input.object("endpointConfiguration")),
                normalised(input.text("policy"), id),
                input.flag("disableExecuteApiEndpoint"),
                ids.ten(),
                input.text("securityPolicy"),
                input.text("endpointAccessMode"));
    }

    private String arn(String apiId) {
        return "arn:aws:execute-api:" + installation.region() + ":" + installation.accountId() + ":" + apiId;
    }

    /** A policy as it is kept; empty means none. */
    @Nullable String normalised(@Nullable String policy, String apiId) {
        return policy == null || policy.isEmpty() ? null : ResourcePolicies.normalised(policy, arn(apiId));
    }
}
