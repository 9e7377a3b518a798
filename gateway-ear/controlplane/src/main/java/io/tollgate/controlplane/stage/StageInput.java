package io.tollgate.controlplane.stage;

import io.tollgate.controlplane.wire.Input;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.stage.CanarySettings;
import io.tollgate.model.stage.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes stages of what CreateStage and CreateDeployment are given. */
public final class StageInput {
    static final List<String> CACHE_SIZES = List.of("0.5", "1.6", "6.1", "13.5", "28.4", "58.2", "118", "237");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,128}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z0-9_]{1,64}");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9-._~:/?#&=,]{0,512}");
    private static final List<String> RESERVED = List.of("ping", "sping");

    private final Instant now;

    /** Stages made or changed at this moment. */
    public StageInput(Instant now) {
        this.now = now;
    }

    /** A new stage. */
    public Stage create(Input input, String deploymentId, String descriptionMember) {
        String name = input.text("stageName", "");
        if (!NAME.matcher(name).matches() || RESERVED.contains(name)) {
            throw new BadRequestException(
                    "Stage name only allows a-zA-Z0-9_- and is not one of " + RESERVED + ": " + name);
        }
        Map<String, String> variables = input.texts("variables");
        checkVariables(variables);
        boolean cached = input.flag("cacheClusterEnabled");
        String size = input.text("cacheClusterSize");
        checkCacheSize(size);
        return new Stage(
                deploymentId,
                input.text("clientCertificateId"),
                name,
                input.text(descriptionMember),
                cached,
                cached && size == null ? "0.5" : size,
                cached ? "AVAILABLE" : "NOT_AVAILABLE",
                Map.of(),
                variables,
                input.text("documentationVersion"),
                null,
                input.object("canarySettings")
                        .map(canary -> canary(canary, canary.text("deploymentId", deploymentId)))
                        .orElse(null),
                input.flag("tracingEnabled"),
                null,
                now,
                now);
    }

    static void checkCacheSize(@Nullable String size) {
        if (size != null && !CACHE_SIZES.contains(size)) {
            throw new BadRequestException("Invalid cache cluster size specified. Valid options are " + CACHE_SIZES);
        }
    }

    /** Refuses names and values that a stage variable may not have (features 4.3). */
    static void checkVariables(@Nullable Map<String, String> variables) {
        if (variables == null) {
            return;
        }
        if (variables.size() > 100) {
            throw new BadRequestException("A stage can have at most 100 variables");
        }
        variables.forEach(StageInput::checkVariable);
    }

    static void checkVariable(String name, String value) {
        if (!VARIABLE.matcher(name).matches()) {
            throw new BadRequestException("Invalid stage variable name: " + name + ". Only A-Za-z0-9_ are allowed.");
        }
        if (!VALUE.matcher(value).matches()) {
            throw new BadRequestException("Invalid stage variable value: " + value
                    + ". Please use values with alphanumeric characters and the"
                    + " symbols ' ', -', '.', '_', ':', '/', '?', '&', '=', and ','.");
        }
    }

    /** Canary settings as given, for a deployment. */
    public static CanarySettings canary(Input input, String deploymentId) {
        double percent = Objects.requireNonNullElse(input.decimal("percentTraffic"), 0.0);
        checkPercent(percent);
        Map<String, String> overrides = input.texts("stageVariableOverrides");
        checkVariables(overrides);
        return new CanarySettings(percent, deploymentId, overrides, input.flag("useStageCache"));
    }

    static void checkPercent(double percent) {
        if (!(percent >= 0 && percent <= 100)) {
            throw new BadRequestException("Invalid percentTraffic specified. Must be between 0 and 100");
        }
    }

    /** The stage with another canary. */
    public Stage withCanary(Stage old, CanarySettings canary) {
        return rebuilt(old, old.deploymentId(), old.variables(), old.description(), canary);
    }

    /** The stage pointing at another deployment; variables given with it are added. */
    public Stage repointed(Stage old, String deploymentId, Input input) {
        Map<String, String> variables = input.texts("variables");
        checkVariables(variables);
        String description = input.text("stageDescription");
        return rebuilt(
                old,
                deploymentId,
                variables == null ? old.variables() : variables,
                description == null ? old.description() : description,
                old.canarySettings());
    }

    private Stage rebuilt(
            Stage old,
            String deploymentId,
            @Nullable Map<String, String> variables,
            @Nullable String description,
            @Nullable CanarySettings canary) {
        return new Stage(
                deploymentId,
                old.clientCertificateId(),
                old.stageName(),
                description,
                old.cacheClusterEnabled(),
                old.cacheClusterSize(),
                old.cacheClusterStatus(),
                old.methodSettings(),
                variables,
                old.documentationVersion(),
                old.accessLogSettings(),
                canary,
                old.tracingEnabled(),
                old.webAclArn(),
                old.createdDate(),
                now);
    }
}
