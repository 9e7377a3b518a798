package io.tollgate.controlplane.stage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.wire.Nodes;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.error.ApiException.NotFoundException;
import io.tollgate.model.patch.PatchOperation;
import io.tollgate.model.patch.PatchTable.Change;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What UpdateStage can change: a dialect of its own (control-plane 3, recorded). */
final class StagePatch {
    private static final String PATHS = "[/deploymentId, /description, /cacheClusterEnabled, /cacheClusterSize,"
            + " /clientCertificateId, /accessLogSettings, /accessLogSettings/destinationArn, /accessLogSettings/format,"
            + " /{resourcePath}/{httpMethod}/metrics/enabled, /{resourcePath}/{httpMethod}/logging/dataTrace,"
            + " /{resourcePath}/{httpMethod}/logging/loglevel, /{resourcePath}/{httpMethod}/throttling/burstLimit"
            + "/{resourcePath}/{httpMethod}/throttling/rateLimit/{resourcePath}/{httpMethod}/caching/ttlInSeconds,"
            + " /{resourcePath}/{httpMethod}/caching/enabled, /{resourcePath}/{httpMethod}/caching/dataEncrypted,"
            + " /{resourcePath}/{httpMethod}/caching/requireAuthorizationForCacheControl,"
            + " /{resourcePath}/{httpMethod}/caching/unauthorizedCacheControlHeaderStrategy, /*/*/metrics/enabled,"
            + " /*/*/logging/dataTrace, /*/*/logging/loglevel, /*/*/throttling/burstLimit /*/*/throttling/rateLimit"
            + " /*/*/caching/ttlInSeconds, /*/*/caching/enabled, /*/*/caching/dataEncrypted,"
            + " /*/*/caching/requireAuthorizationForCacheControl,"
            + " /*/*/caching/unauthorizedCacheControlHeaderStrategy, /variables/{variable_name}, /tracingEnabled]";

    private final Predicate<String> deploymentExists;
    private final Predicate<String> certificateExists;
    private final Predicate<String> versionExists;

    private final Map<String, Change<ObjectNode>> members = Map.of(
            "/deploymentId", this::deployment,
            "/description", Nodes.text("description"),
            "/cacheClusterEnabled", StagePatch::cacheCluster,
            "/cacheClusterSize", StagePatch::cacheSize,
            "/clientCertificateId", this::clientCertificate,
            "/documentationVersion", this::documentationVersion,
            "/tracingEnabled", Nodes.flag("tracingEnabled"));

    /** Changes for a stage of an API with these deployments and documentation versions, and these client certificates. */
    StagePatch(
            Predicate<String> deploymentExists, Predicate<String> certificateExists, Predicate<String> versionExists) {
        this.versionExists = versionExists;
        this.deploymentExists = deploymentExists;
        this.certificateExists = certificateExists;
    }

    void apply(ObjectNode draft, List<PatchOperation> operations) {
        for (PatchOperation operation : operations) {
            String path = operation.path();
            if (path == null) {
                throw new BadRequestException("Invalid patch path null");
            }
            switch (operation.op()) {
                case "copy" -> CanaryPatch.copy(draft, operation);
                case "remove" -> remove(draft, path);
                case "add", "replace" -> put(draft, operation, path);
                default -> throw unknown(path);
            }
        }
    }

    private void put(ObjectNode draft, PatchOperation operation, String path) {
        Change<ObjectNode> member = members.get(path);
        if (member != null && operation.is("replace")) {
            member.apply(draft, "", operation.value());
        } else if (path.startsWith("/variables/") && path.indexOf('/', 11) < 0) {
            String value = Objects.requireNonNullElse(operation.value(), "");
            StageInput.checkVariable(path.substring(11), value);
            draft.withObjectProperty("variables").put(path.substring(11), value);
        } else if (path.startsWith("/accessLogSettings")) {
            accessLog(draft, path, operation.value());
        } else if (path.startsWith("/canarySettings/")) {
            if (!CanaryPatch.put(draft, operation, path, deploymentExists)) {
                throw unknown(path);
            }
        } else if (!MethodSettingPatch.put(draft, path, operation.value())) {
            throw unknown(path);
        }
    }

    private static BadRequestException unknown(String path) {
        return new BadRequestException("Invalid method setting path: " + path + ". Must be one of: " + PATHS);
    }

    private static void remove(ObjectNode draft, String path) {
        if (path.equals("/canarySettings")) {
            draft.remove("canarySettings");
        } else if (path.equals("/accessLogSettings")) {
            draft.remove("accessLogSettings");
        } else if (path.startsWith("/variables/")) {
            removeEntry(draft, "variables", path.substring(11));
        } else if (path.startsWith("/canarySettings/stageVariableOverrides/") && draft.has("canarySettings")) {
            removeEntry(
                    draft.withObjectProperty("canarySettings"),
                    "stageVariableOverrides",
                    path.substring("/canarySettings/stageVariableOverrides/".length()));
        } else {
            MethodSettingPatch.remove(draft, path.startsWith("/") ? path.substring(1) : path);
        }
    }

    private static void removeEntry(ObjectNode draft, String map, String name) {
        if (draft.has(map)) {
            draft.withObjectProperty(map).remove(name);
            if (draft.get(map).isEmpty()) {
                draft.remove(map);
            }
        }
    }

    private void deployment(ObjectNode draft, String key, @Nullable String value) {
        if (value == null || !deploymentExists.test(value)) {
            throw new BadRequestException("Deployment id does not exist");
        }
        draft.put("deploymentId", value);
    }

    private void clientCertificate(ObjectNode draft, String key, @Nullable String value) {
        if (value != null && !value.isEmpty() && !certificateExists.test(value)) {
            throw new NotFoundException("Invalid Client Certificate identifier specified");
        }
        Nodes.text("clientCertificateId").apply(draft, key, value);
    }

    private void documentationVersion(ObjectNode draft, String key, @Nullable String value) {
        if (value != null && !value.isEmpty() && !versionExists.test(value)) {
            throw new BadRequestException("Invalid documentation version specified: " + value);
        }
        Nodes.text("documentationVersion").apply(draft, key, value);
    }

    private static void cacheCluster(ObjectNode draft, String key, @Nullable String value) {
        boolean enabled = "true".equalsIgnoreCase(value);
        draft.put("cacheClusterEnabled", enabled);
        draft.put("cacheClusterStatus", enabled ? "AVAILABLE" : "NOT_AVAILABLE");
        if (enabled && !draft.has("cacheClusterSize")) {
            draft.put("cacheClusterSize", "0.5");
        }
    }

    private static void cacheSize(ObjectNode draft, String key, @Nullable String value) {
        StageInput.checkCacheSize(Objects.requireNonNullElse(value, ""));
        draft.put("cacheClusterSize", value);
    }

    private static void checkAccessLog(String child, String value) {
        if (child.equals("/destinationArn") && !value.startsWith("arn:")) {
            throw new BadRequestException("Invalid ARN specified in the request");
        }
        if (child.equals("/format") && value.strip().indexOf('\n') >= 0) {
            throw new BadRequestException("Access Log format must be single line, new line character is allowed only at"
                    + " end of the format");
        }
    }

    private static void accessLog(ObjectNode draft, String path, @Nullable String value) {
        String child = path.substring("/accessLogSettings".length());
        if (!child.equals("/destinationArn") && !child.equals("/format")) {
            throw new BadRequestException("Invalid accessLogSettings path. Must be one of :"
                    + " [/accessLogSettings/destinationArn, /accessLogSettings/format]");
        }
        if (value == null || value.isEmpty()) {
            throw new BadRequestException("Access Log value must not be empty");
        }
        checkAccessLog(child, value);
        draft.withObjectProperty("accessLogSettings").put(child.substring(1), value);
    }
}
