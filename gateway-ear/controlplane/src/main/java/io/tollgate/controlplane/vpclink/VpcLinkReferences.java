package io.tollgate.controlplane.vpclink;

import io.tollgate.controlplane.deployment.ApiDefinitions;
import io.tollgate.controlplane.restapi.RestApis;
import io.tollgate.controlplane.stage.Stages;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.restapi.ApiDefinition;
import io.tollgate.model.restapi.Integration;
import io.tollgate.model.restapi.IntegrationRules;
import io.tollgate.model.restapi.Method;
import io.tollgate.model.restapi.Resource;
import io.tollgate.model.restapi.RestApi;
import io.tollgate.model.stage.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the integrations that name a VPC link: those that stages serve, and those of APIs as they are edited. */
@ApplicationScoped
public class VpcLinkReferences {
    private final RestApis apis;
    private final ApiDefinitions definitions;
    private final Stages stages;

    /** Looks in these. */
    @Inject
    public VpcLinkReferences(RestApis apis, ApiDefinitions definitions, Stages stages) {
        this.apis = apis;
        this.definitions = definitions;
        this.stages = stages;
    }

    /** Refuses if the link is named; what names it through a stage variable does not count. */
    void checkUnused(String linkId) {
        List<String> live = new ArrayList<>();
        List<String> edited = new ArrayList<>();
        for (RestApi api : apis.all()) {
            for (Stage stage : stages.all(api.id())) {
                deployments(stage)
                        .flatMap(id -> definitions.frozen(api.id(), id).stream())
                        .flatMap(definition -> users(definition, linkId))
                        .map(user -> api.id() + ":" + user + ":" + stage.stageName())
                        .filter(user -> !live.contains(user))
                        .forEach(live::add);
            }
            users(definitions.load(api.id()), linkId).forEach(edited::add);
        }
        refuse(linkId, live, "[RESTApiId:Method:Resource:Stage]");
        refuse(linkId, edited, "[Method:Resource]");
    }

    private static Stream<String> deployments(Stage stage) {
        return stage.canarySettings() == null
                ? Stream.of(stage.deploymentId())
                : Stream.of(stage.deploymentId(), stage.canarySettings().deploymentId());
    }

    private static Stream<String> users(ApiDefinition definition, String linkId) {
        return definition.resources().stream().flatMap(resource -> users(resource, linkId));
    }

    private static Stream<String> users(Resource resource, String linkId) {
        return resource.resourceMethods().values().stream()
                .filter(method -> uses(method, linkId))
                .map(method -> method.httpMethod() + ":" + resource.id());
    }

    private static boolean uses(Method method, String linkId) {
        Integration integration = method.methodIntegration();
        return integration != null
                && IntegrationRules.vpcLink(integration).filter(linkId::equals).isPresent();
    }

    private static void refuse(String linkId, List<String> users, String form) {
        if (!users.isEmpty()) {
            throw new BadRequestException("Cannot delete vpc link. Vpc link '" + linkId + "', is referenced in ["
                    + String.join(", ", users) + "] in format of " + form + ".");
        }
    }
}
