package io.tollgate.controlplane.stage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.patch.PatchOperation;
import java.util.Objects;
import java.util.function.Predicate;

/** Changes of a stage's canary: settings, and promotion by copy (features 4.4, recorded). */
final class CanaryPatch {
    private static final String OVERRIDES = "/canarySettings/stageVariableOverrides";

    private CanaryPatch() {}

    /** Applies an add or replace below {@code /canarySettings}; false if there is no such path. */
    static boolean put(ObjectNode draft, PatchOperation operation, String path, Predicate<String> deploymentExists) {
        String value = Objects.requireNonNullElse(operation.value(), "");
        String child = path.substring("/canarySettings/".length());
        boolean override = child.startsWith("stageVariableOverrides/");
        if (!override
                && !child.equals("deploymentId")
                && !child.equals("percentTraffic")
                && !child.equals("useStageCache")) {
            return false;
        }
        if (operation.is("add") && !override) {
            throw new BadRequestException("Invalid add operation with path: " + path);
        }
        if (child.equals("deploymentId") && !deploymentExists.test(value)) {
            throw new BadRequestException("Deployment id does not exist");
        }
        ObjectNode canary = canary(draft);
        switch (child) {
            case "deploymentId" -> canary.put(child, value);
            case "percentTraffic" -> canary.put(child, percent(value));
            case "useStageCache" -> canary.put(child, Boolean.parseBoolean(value));
            default -> override(canary, child.substring("stageVariableOverrides/".length()), value);
        }
        return true;
    }

    private static ObjectNode canary(ObjectNode draft) {
        if (!draft.has("canarySettings")) {
            draft.putObject("canarySettings")
                    .put("percentTraffic", 0.0)
                    .put("deploymentId", draft.path("deploymentId").asText())
                    .put("useStageCache", false);
        }
        return draft.withObjectProperty("canarySettings");
    }

    private static void override(ObjectNode canary, String name, String value) {
        StageInput.checkVariable(name, value);
        canary.withObjectProperty("stageVariableOverrides").put(name, value);
    }

    private static double percent(String value) {
        try {
            double percent = Double.parseDouble(value);
            StageInput.checkPercent(percent);
            return percent;
        } catch (NumberFormatException notOne) {
            throw new BadRequestException("Invalid percentTraffic specified. Must be between 0 and 100");
        }
    }

    static void copy(ObjectNode draft, PatchOperation operation) {
        boolean deployment =
                "/deploymentId".equals(operation.path()) && "/canarySettings/deploymentId".equals(operation.from());
        boolean variables = "/variables".equals(operation.path()) && OVERRIDES.equals(operation.from());
        if (!deployment && !variables) {
            throw new BadRequestException("Invalid copy operation with path: " + operation.path() + " and from "
                    + operation.from() + ". Valid copy:path are [/deploymentId, /variables] and valid copy:from are"
                    + " [/canarySettings/deploymentId, /canarySettings/stageVariableOverrides]");
        }
        if (!draft.has("canarySettings")) {
            throw new BadRequestException("Promotion not available. Canary does not exist.");
        }
        ObjectNode canary = draft.withObjectProperty("canarySettings");
        if (deployment) {
            draft.set("deploymentId", canary.get("deploymentId"));
        } else if (canary.has("stageVariableOverrides")) {
            draft.withObjectProperty("variables").setAll((ObjectNode) canary.get("stageVariableOverrides"));
        }
    }
}
