package io.tollgate.dataplane.live;

import io.tollgate.dataplane.gateway.GatewayResponseType;
import io.tollgate.dataplane.gateway.Pipeline;
import io.tollgate.dataplane.gateway.Rejection;
import io.tollgate.dataplane.gateway.Step;
import io.tollgate.dataplane.integrate.IntegrationSteps;
import io.tollgate.dataplane.integrate.RequestPlan;
import io.tollgate.dataplane.integrate.ResponsePlan;
import io.tollgate.dataplane.plan.KeyCheck;
import io.tollgate.dataplane.plan.LivePlans;
import io.tollgate.dataplane.validation.RequestValidation;
import io.tollgate.dataplane.validation.Schemas;
import io.tollgate.model.restapi.ApiDefinition;
import io.tollgate.model.restapi.Integration;
import io.tollgate.model.restapi.Method;
import io.tollgate.model.restapi.Resource;
import io.tollgate.model.stage.LiveStageDocument;
import io.tollgate.spi.integration.IntegrationDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the pipeline of one method: only the steps that it needs, in AWS's order (features 5). */
public final class MethodCompiler {
    private static final Logger LOG = LoggerFactory.getLogger(MethodCompiler.class);

    private final IntegrationSource integrations;
    private final LivePlans plans;
    private final Executor blocking;

    /** A compiler that asks these plugins and plans; blocking plugins run on the executor. */
    public MethodCompiler(IntegrationSource integrations, LivePlans plans, Executor blocking) {
        this.integrations = integrations;
        this.plans = plans;
        this.blocking = blocking;
    }

    LiveMethod compile(
            LiveStageDocument stage,
            ApiDefinition definition,
            Schemas schemas,
            Resource resource,
            Method method,
            List<AutoCloseable> made) {
        List<Step> steps = new ArrayList<>();
        try {
            authorize(steps, method);
            if (method.apiKeyRequired()) {
                boolean fromAuthorizer =
                        "AUTHORIZER".equals(definition.restApi().apiKeySource());
                String stageKey = stage.apiId() + ":" + stage.stage().stageName();
                steps.add(new Step.Now("check-key", new KeyCheck(plans, stageKey, fromAuthorizer)::check));
            }
            RequestValidation validation = validation(definition, method, schemas);
            integrate(steps, method, validation, made);
        } catch (IllegalArgumentException unusable) {
            LOG.warn(
                    "{} {} of API {} stage {} cannot work: {}",
                    method.httpMethod(),
                    resource.path(),
                    stage.apiId(),
                    stage.stage().stageName(),
                    unusable.getMessage());
            steps = List.of(reject("misconfigured", GatewayResponseType.API_CONFIGURATION_ERROR, unusable));
        }
        return new LiveMethod(resource, method, new Pipeline(steps));
    }

    private static Step reject(String name, GatewayResponseType type, IllegalArgumentException why) {
        Rejection rejection = Rejection.of(type, String.valueOf(why.getMessage()));
        return new Step.Now(name, call -> rejection);
    }

    private static void authorize(List<Step> steps, Method method) {
        if (!method.authorizationType().equals("NONE")) {
            steps.add(new Step.Now(
                    "authorize",
                    call -> Rejection.of(
                            GatewayResponseType.AUTHORIZER_CONFIGURATION_ERROR,
                            "authorization type " + method.authorizationType() + " has no authorizer plugin yet")));
        }
    }

    private static @Nullable RequestValidation validation(ApiDefinition definition, Method method, Schemas schemas) {
        String wanted = method.requestValidatorId();
        if (wanted == null) {
            return null;
        }
        return definition.requestValidators().stream()
                .filter(validator -> validator.id().equals(wanted))
                .map(validator -> new RequestValidation(method, validator, schemas))
                .filter(validation -> !validation.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private void integrate(
            List<Step> steps, Method method, @Nullable RequestValidation validation, List<AutoCloseable> made) {
        Integration integration = method.methodIntegration();
        if (integration == null) {
            throw new IllegalArgumentException("no integration is defined");
        }
        IntegrationDefinition definition = definitionOf(integration);
        io.tollgate.spi.integration.Integration plugin = integrations.create(definition);
        made.add(plugin);
        RequestPlan request = new RequestPlan(definition, integration);
        IntegrationSteps calling = new IntegrationSteps(plugin, blocking);
        boolean reads = request.readsBody() || (validation != null && validation.readsBody());
        steps.add(
                reads
                        ? new Step.Later("read-body", IntegrationSteps::readBody)
                        : new Step.Later("measure-body", IntegrationSteps::measureBody));
        if (validation != null) {
            steps.add(new Step.Now("validate", validation::check));
        }
        steps.add(new Step.Now("map-request", request::map));
        steps.add(new Step.Later("integrate", calling::integrate));
        steps.add(mapResponse(method, integration, definition));
    }

    private static Step mapResponse(Method method, Integration integration, IntegrationDefinition definition) {
        if (definition.proxy()) {
            return new Step.Now("map-response", IntegrationSteps::proxyResponse);
        }
        ResponsePlan plan = new ResponsePlan(
                method,
                Objects.requireNonNullElse(integration.integrationResponses(), Map.of()),
                !definition.type().equals("MOCK"));
        return new Step.Later("map-response", plan::map);
    }

    private static IntegrationDefinition definitionOf(Integration integration) {
        return new IntegrationDefinition(
                integration.type(),
                "ANY".equals(integration.httpMethod()) ? null : integration.httpMethod(),
                Objects.requireNonNullElse(integration.uri(), ""),
                integration.credentials(),
                Objects.requireNonNullElse(integration.connectionType(), "INTERNET"),
                integration.connectionId(),
                Duration.ofMillis(integration.timeoutInMillis()),
                integration.tlsConfig() != null && integration.tlsConfig().insecureSkipVerification(),
                Objects.requireNonNullElse(integration.requestParameters(), Map.of()));
    }
}
