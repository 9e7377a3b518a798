package io.tollgate.dataplane.live;

import io.tollgate.dataplane.cache.CachedMethod;
import io.tollgate.dataplane.cache.Caching;
import io.tollgate.dataplane.gateway.Compression;
import io.tollgate.dataplane.gateway.GatewayResponseType;
import io.tollgate.dataplane.gateway.Pipeline;
import io.tollgate.dataplane.gateway.Rejection;
import io.tollgate.dataplane.gateway.Step;
import io.tollgate.dataplane.integrate.BinaryTypes;
import io.tollgate.dataplane.integrate.IntegrationSteps;
import io.tollgate.dataplane.integrate.RequestPlan;
import io.tollgate.dataplane.integrate.ResponsePlan;
import io.tollgate.dataplane.limit.Bucket;
import io.tollgate.dataplane.limit.Concurrency;
import io.tollgate.dataplane.limit.SharedBuckets;
import io.tollgate.dataplane.log.ExecutionLog;
import io.tollgate.dataplane.plan.ConcurrencyCheck;
import io.tollgate.dataplane.plan.KeyCheck;
import io.tollgate.dataplane.plan.LivePlans;
import io.tollgate.dataplane.plan.Throttle;
import io.tollgate.dataplane.validation.RequestValidation;
import io.tollgate.dataplane.validation.Schemas;
import io.tollgate.model.restapi.ApiDefinition;
import io.tollgate.model.restapi.Integration;
import io.tollgate.model.restapi.Method;
import io.tollgate.model.restapi.Resource;
import io.tollgate.model.stage.LiveStageDocument;
import io.tollgate.model.stage.MethodSetting;
import io.tollgate.model.stage.Stage;
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
    private final SharedBuckets buckets;
    private final Executor blocking;

    /** A compiler that asks these plugins, plans and buckets; blocking plugins run on the executor. */
    public MethodCompiler(IntegrationSource integrations, LivePlans plans, SharedBuckets buckets, Executor blocking) {
        this.integrations = integrations;
        this.plans = plans;
        this.buckets = buckets;
        this.blocking = blocking;
    }

    /**
     * What the methods of one deployment have in common.
     *
     * @param stage the stage that is compiled
     * @param definition the API
     * @param schemas its models
     * @param binaryTypes its binary media types
     * @param compression its payload compression, or null
     * @param caching its stage's cache, or null
     * @param made takes what must be closed with the stage
     */
    record Deployment(
            LiveStageDocument stage,
            ApiDefinition definition,
            Schemas schemas,
            BinaryTypes binaryTypes,
            @Nullable Compression compression,
            @Nullable Caching caching,
            List<AutoCloseable> made) {

        String stageKey() {
            return stage.apiId() + ":" + stage.stage().stageName();
        }
    }

    /** The compression of an API, null if it has none. */
    @Nullable Compression compression(ApiDefinition definition) {
        Integer minimum = definition.restApi().minimumCompressionSize();
        return minimum == null ? null : new Compression(minimum, blocking);
    }

    /** Compiles a method for calls. */
    LiveMethod compile(Deployment deployment, Resource resource, Method method) {
        List<Step> steps = new ArrayList<>();
        try {
            authorize(steps, method);
            if (method.apiKeyRequired()) {
                boolean fromAuthorizer =
                        "AUTHORIZER".equals(deployment.definition().restApi().apiKeySource());
                KeyCheck check = new KeyCheck(plans, deployment.stageKey(), fromAuthorizer);
                steps.add(new Step.Now("check-key", check::check));
            }
            throttle(steps, deployment, resource, method);
            integrate(steps, deployment, resource, method, null);
        } catch (IllegalArgumentException unusable) {
            LOG.warn(
                    "{} {} of API {} stage {} cannot work: {}",
                    method.httpMethod(),
                    resource.path(),
                    deployment.stage().apiId(),
                    deployment.stage().stage().stageName(),
                    unusable.getMessage());
            steps = List.of(reject("misconfigured", GatewayResponseType.API_CONFIGURATION_ERROR, unusable));
        }
        return new LiveMethod(resource, method, new Pipeline(steps));
    }

    private void throttle(List<Step> steps, Deployment deployment, Resource resource, Method method) {
        String path = resource.path().equals("/") ? "" : resource.path();
        String name = deployment.stageKey() + path + "/" + method.httpMethod();
        MethodSetting setting = MethodSettings.of(deployment.stage().stage(), resource.path(), method.httpMethod());
        Bucket ofStage = setting == null
                ? null
                : buckets.bucket(name, setting.throttlingRateLimit(), setting.throttlingBurstLimit());
        boolean tells = deployment.stage().options().rateLimitHeaders();
        Throttle throttle = new Throttle(name, ofStage, buckets.account(), tells);
        Concurrency concurrency = buckets.concurrency();
        if (concurrency != null) {
            steps.add(new Step.Now("limit-concurrency", new ConcurrencyCheck(concurrency, tells)::check));
        }
        if (method.apiKeyRequired()) {
            steps.add(new Step.Later("throttle", throttle::checkWithKey));
        } else if (!throttle.isEmpty()) {
            steps.add(new Step.Now("throttle", throttle::check));
        }
    }

    /** Compiles a method for a test call: nobody is authorized, no key is asked for, everything is logged. */
    LiveMethod compileForTest(Deployment deployment, Resource resource, Method method, ExecutionLog log) {
        List<Step> steps = new ArrayList<>();
        try {
            integrate(steps, deployment, resource, method, log);
        } catch (IllegalArgumentException unusable) {
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

    private static @Nullable RequestValidation validation(Deployment deployment, Method method) {
        String wanted = method.requestValidatorId();
        if (wanted == null) {
            return null;
        }
        boolean tells = deployment.stage().options().validationDetails();
        return deployment.definition().requestValidators().stream()
                .filter(validator -> validator.id().equals(wanted))
                .map(validator -> new RequestValidation(method, validator, deployment.schemas(), tells))
                .filter(validation -> !validation.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private void integrate(
            List<Step> steps, Deployment deployment, Resource resource, Method method, @Nullable ExecutionLog log) {
        Integration integration = method.methodIntegration();
        if (integration == null) {
            throw new IllegalArgumentException("no integration is defined");
        }
        RequestValidation validation = validation(deployment, method);
        IntegrationDefinition definition = definitionOf(integration);
        io.tollgate.spi.integration.Integration plugin = integrations.create(definition);
        deployment.made().add(plugin);
        RequestPlan request = new RequestPlan(definition, integration, deployment.binaryTypes());
        IntegrationSteps calling = new IntegrationSteps(plugin, blocking);
        if (deployment.compression() != null) {
            steps.add(new Step.Later("decompress", deployment.compression()::decompress));
        }
        Cached cached = cached(deployment, resource, method);
        boolean reads = request.readsBody()
                || (validation != null && validation.readsBody())
                || (cached != null && Caching.readsBody(integration, resource, method));
        steps.add(
                reads
                        ? new Step.Later("read-body", IntegrationSteps::readBody)
                        : new Step.Later("measure-body", IntegrationSteps::measureBody));
        if (validation != null) {
            steps.add(new Step.Now("validate", validation::check));
        }
        List<Step> calls = new ArrayList<>();
        calls.add(new Step.Now("map-request", request::map));
        ExecutionLog endpointLog = definition.type().equals("MOCK") ? null : log;
        if (endpointLog != null) {
            calls.add(new Step.Later("log-request", endpointLog::sending));
        }
        calls.add(new Step.Later("integrate", calling::integrate));
        if (endpointLog != null) {
            calls.add(new Step.Later("log-response", endpointLog::received));
        }
        calls.add(mapResponse(deployment, method, integration, definition));
        if (cached == null) {
            steps.addAll(calls);
        } else {
            CachedMethod behind =
                    cached.caching().of(integration, resource, method, cached.setting(), new Pipeline(calls));
            steps.add(new Step.Later("cache", behind::answer));
        }
    }

    /** A method that is cached, and how. */
    private record Cached(Caching caching, MethodSetting setting) {}

    private static @Nullable Cached cached(Deployment deployment, Resource resource, Method method) {
        Stage stage = deployment.stage().stage();
        MethodSetting own = MethodSettings.own(stage, resource.path(), method.httpMethod());
        MethodSetting general = MethodSettings.general(stage);
        if (deployment.caching() == null || !Caching.isOn(method.httpMethod(), own, general)) {
            return null;
        }
        MethodSetting setting = own == null ? general : own;
        return new Cached(deployment.caching(), setting == null ? MethodSetting.DEFAULTS : setting);
    }

    private static Step mapResponse(
            Deployment deployment, Method method, Integration integration, IntegrationDefinition definition) {
        BinaryTypes types = deployment.binaryTypes();
        if (definition.proxy()) {
            return types.isEmpty()
                    ? new Step.Now("map-response", IntegrationSteps::proxyResponse)
                    : new Step.Later("map-response", call -> IntegrationSteps.convertedProxyResponse(call, types));
        }
        ResponsePlan plan = new ResponsePlan(
                method,
                Objects.requireNonNullElse(integration.integrationResponses(), Map.of()),
                types,
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
