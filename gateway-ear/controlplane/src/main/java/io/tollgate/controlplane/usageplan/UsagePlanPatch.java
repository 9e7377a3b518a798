package io.tollgate.controlplane.usageplan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.stage.Stages;
import io.tollgate.controlplane.wire.Json;
import io.tollgate.controlplane.wire.Nodes;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.error.ApiException.ConflictException;
import io.tollgate.model.error.ApiException.NotFoundException;
import io.tollgate.model.patch.PatchOperation;
import io.tollgate.model.patch.PatchTable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What UpdateUsagePlan can change: members, and stages with their throttles below raw or escaped method paths. */
final class UsagePlanPatch {
    private static final String STAGES = "/apiStages/";

    private static final PatchTable<ObjectNode> MEMBERS = new PatchTable<ObjectNode>(PatchTable.Family.LISTING)
            .replace("/name", Nodes.text("name"))
            .replace("/description", Nodes.text("description"))
            .on("remove", "/apiStages", UsagePlanPatch::ofStages)
            .on("remove", "/quota", Nodes.drop("quota"))
            .on("remove", "/throttle", Nodes.drop("throttle"))
            .on("remove", "/productCode", Nodes.drop("productCode"))
            .replace("/productCode", Nodes.text("productCode"))
            .on("add", "/throttle", UsagePlanPatch::throttle)
            .replace("/throttle", UsagePlanPatch::throttle)
            .on("add", "/throttle/rateLimit", UsagePlanPatch::rate)
            .replace("/throttle/rateLimit", UsagePlanPatch::rate)
            .on("add", "/throttle/burstLimit", UsagePlanPatch::burst)
            .replace("/throttle/burstLimit", UsagePlanPatch::burst)
            .on("add", "/quota", UsagePlanPatch::quota)
            .replace("/quota", UsagePlanPatch::quota)
            .on("add", "/quota/limit", UsagePlanPatch::quotaLimit)
            .replace("/quota/limit", UsagePlanPatch::quotaLimit)
            .on("add", "/quota/offset", UsagePlanPatch::quotaOffset)
            .replace("/quota/offset", UsagePlanPatch::quotaOffset)
            .on("add", "/quota/period", UsagePlanPatch::quotaPeriod)
            .replace("/quota/period", UsagePlanPatch::quotaPeriod)
            .on(
                    "remove",
                    "/apiStages/<apidId:stageName>/throttle/<resourcePath>/<httpMethod>",
                    UsagePlanPatch::ofStages)
            .on("remove", "/apiStages/<apidId:stageName>/throttle", UsagePlanPatch::ofStages);

    private static void ofStages(ObjectNode draft, String key, @Nullable String value) {
        throw new IllegalStateException("paths of stages do not come to the table, they are only listed in it");
    }

    private final String planId;
    private final Stages stages;

    UsagePlanPatch(String planId, Stages stages) {
        this.planId = planId;
        this.stages = stages;
    }

    void apply(ObjectNode draft, List<PatchOperation> operations) {
        for (PatchOperation operation : operations) {
            String path = Objects.requireNonNullElse(operation.path(), "");
            if (path.equals("/apiStages") && (operation.is("add") || operation.is("remove"))) {
                stage(draft, operation);
            } else if (path.startsWith(STAGES) && path.indexOf("/throttle", STAGES.length()) > 0) {
                stageThrottle(draft, operation, path.substring(STAGES.length()));
            } else {
                MEMBERS.apply(draft, List.of(operation));
            }
        }
        if (draft.path("name").asText().isBlank()) {
            throw new BadRequestException("Usage Plan name cannot be blank");
        }
        if (draft.has("quota")
                && !(draft.path("quota").has("limit") && draft.path("quota").has("period"))) {
            throw new BadRequestException("Usage Plan quota must have a limit and a period");
        }
    }

    private void stage(ObjectNode draft, PatchOperation operation) {
        String value = Objects.requireNonNullElse(operation.value(), "");
        int colon = value.indexOf(':');
        if (colon < 1 || colon == value.length() - 1) {
            throw new BadRequestException("Invalid API Stage specified");
        }
        ArrayNode covered = draft.withArrayProperty("apiStages");
        int at = indexOf(covered, value);
        String apiId = value.substring(0, colon);
        String stage = value.substring(colon + 1);
        if (operation.is("remove")) {
            if (at < 0) {
                throw noStage(apiId, stage);
            }
            covered.remove(at);
        } else if (stages.find(apiId, stage).isEmpty()) {
            throw noStage(apiId, stage);
        } else if (at >= 0) {
            throw new ConflictException("API Stage " + value + " is already associated with Usage Plan " + planId);
        } else {
            covered.addObject().put("apiId", apiId).put("stage", stage);
        }
    }

    private NotFoundException noStage(String apiId, String stage) {
        return new NotFoundException(
                "Invalid API Stage {api: " + apiId + ", stage: " + stage + "} specified for usageplan " + planId);
    }

    private static int indexOf(ArrayNode covered, String key) {
        for (int i = 0; i < covered.size(); i++) {
            JsonNode one = covered.get(i);
            if (key.equals(one.path("apiId").asText() + ":" + one.path("stage").asText())) {
                return i;
            }
        }
        return -1;
    }

    private void stageThrottle(ObjectNode draft, PatchOperation operation, String path) {
        int end = path.indexOf("/throttle");
        String key = PatchOperation.unescape(path.substring(0, end));
        ArrayNode covered = draft.withArrayProperty("apiStages");
        int at = indexOf(covered, key);
        if (at < 0) {
            int colon = key.indexOf(':');
            throw colon < 0
                    ? new BadRequestException("Invalid API Stage specified")
                    : noStage(key.substring(0, colon), key.substring(colon + 1));
        }
        ObjectNode stage = (ObjectNode) covered.get(at);
        new StageThrottlePatch(stage).apply(operation, path.substring(end + "/throttle".length()));
    }

    private static void throttle(ObjectNode draft, String key, @Nullable String value) {
        ObjectNode limits = draft.putObject("throttle");
        UsagePlanPatch.members(value).properties().forEach(member -> {
            String text = member.getValue().asText();
            switch (member.getKey()) {
                case "rateLimit" -> limits.put("rateLimit", Limits.rate(text));
                case "burstLimit" -> limits.put("burstLimit", Limits.burst(text));
                default -> throw new BadRequestException("Invalid throttle member " + member.getKey());
            }
        });
    }

    private static void rate(ObjectNode draft, String key, @Nullable String value) {
        draft.withObjectProperty("throttle").put("rateLimit", Limits.rate(value));
    }

    private static void burst(ObjectNode draft, String key, @Nullable String value) {
        draft.withObjectProperty("throttle").put("burstLimit", Limits.burst(value));
    }

    private static void quota(ObjectNode draft, String key, @Nullable String value) {
        draft.remove("quota");
        UsagePlanPatch.members(value).properties().forEach(member -> {
            String text = member.getValue().asText();
            switch (member.getKey()) {
                case "limit" -> quotaLimit(draft, key, text);
                case "offset" -> quotaOffset(draft, key, text);
                case "period" -> quotaPeriod(draft, key, text);
                default -> throw new BadRequestException("Invalid quota member " + member.getKey());
            }
        });
    }

    private static ObjectNode quotaOf(ObjectNode draft) {
        ObjectNode quota = draft.withObjectProperty("quota");
        if (!quota.has("offset")) {
            quota.put("offset", 0);
        }
        return quota;
    }

    private static void quotaLimit(ObjectNode draft, String key, @Nullable String value) {
        quotaOf(draft).put("limit", Limits.integer(value, "Invalid quota limit specified"));
    }

    private static void quotaOffset(ObjectNode draft, String key, @Nullable String value) {
        quotaOf(draft).put("offset", Limits.integer(value, "Invalid quota offset specified"));
    }

    private static void quotaPeriod(ObjectNode draft, String key, @Nullable String value) {
        quotaOf(draft).put("period", value);
    }

    /** A JSON object that came as text. */
    static ObjectNode members(@Nullable String value) {
        String refusal = "Invalid value specified: it must be a JSON object";
        JsonNode tree = Json.tree(Objects.requireNonNullElse(value, ""), refusal);
        if (!(tree instanceof ObjectNode object)) {
            throw new BadRequestException(refusal);
        }
        return object;
    }
}
