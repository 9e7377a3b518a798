package io.tollgate.controlplane.usageplan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.stage.Stages;
import io.tollgate.controlplane.store.Ids;
import io.tollgate.controlplane.store.ServiceQuota;
import io.tollgate.controlplane.store.ServiceQuotas;
import io.tollgate.controlplane.tags.Taggable;
import io.tollgate.controlplane.tags.Tags;
import io.tollgate.controlplane.wire.Contribution;
import io.tollgate.controlplane.wire.Input;
import io.tollgate.controlplane.wire.Json;
import io.tollgate.controlplane.wire.Page;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.patch.PatchOperation;
import io.tollgate.model.plan.ApiStage;
import io.tollgate.model.plan.UsagePlan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** CreateUsagePlan, GetUsagePlan, GetUsagePlans, UpdateUsagePlan, DeleteUsagePlan. */
@ApplicationScoped
public class UsagePlanOperations implements Contribution, Taggable {

    private final UsagePlans plans;
    private final Stages stages;
    private final Tags tags;
    private final Ids ids;
    private final ServiceQuotas quotas;

    /** Operations on these plans. */
    @Inject
    public UsagePlanOperations(UsagePlans plans, Stages stages, Tags tags, Ids ids, ServiceQuotas quotas) {
        this.quotas = quotas;
        this.plans = plans;
        this.stages = stages;
        this.tags = tags;
        this.ids = ids;
    }

    @Override
    public Map<String, Function<Request, Reply>> operations() {
        return Map.of(
                "CreateUsagePlan", this::create,
                "GetUsagePlan", this::get,
                "GetUsagePlans", this::list,
                "UpdateUsagePlan", this::update,
                "DeleteUsagePlan", this::delete);
    }

    @Override
    public boolean exists(String path) {
        return path.startsWith("/usageplans/")
                && plans.find(path.substring("/usageplans/".length())).isPresent();
    }

    private static String path(UsagePlan plan) {
        return "/usageplans/" + plan.id();
    }

    private Reply create(Request request) {
        Input input = request.input().required("name");
        UsagePlan plan = new UsagePlanInput(stages).read(ids.six(), input);
        quotas.checkRoom(ServiceQuota.USAGE_PLANS, plans.all().size());
        checkThrottles(plan);
        plans.put(plan);
        tags.put(path(plan), input.texts("tags"));
        return Reply.of(tags.created(plan, path(plan)));
    }

    private void checkThrottles(UsagePlan plan) {
        for (ApiStage stage : plan.apiStages()) {
            quotas.checkCount(
                    ServiceQuota.METHOD_THROTTLES,
                    Objects.requireNonNullElse(stage.throttle(), Map.of()).size());
        }
    }

    private UsagePlan require(Request request) {
        return plans.require(request.at("usageplanId"));
    }

    private Reply get(Request request) {
        UsagePlan plan = require(request);
        return Reply.of(tags.shown(plan, path(plan)));
    }

    private Reply list(Request request) {
        String keyId = request.parameter("keyId").orElse("");
        List<UsagePlan> matching = plans.all().stream()
                .filter(plan -> keyId.isEmpty() || plans.contains(plan.id(), keyId))
                .toList();
        return Reply.of(Page.of(matching, UsagePlan::id, request).map(plan -> tags.created(plan, path(plan))));
    }

    private Reply update(Request request) {
        List<PatchOperation> operations = request.patchOperations();
        UsagePlan plan = require(request);
        ObjectNode draft = Json.draft(plan);
        new UsagePlanPatch(plan.id(), stages).apply(draft, operations);
        UsagePlan changed = Json.fromDraft(draft, UsagePlan.class);
        UsagePlanInput.checkQuota(changed.quota());
        checkThrottles(changed);
        List<ApiStage> added = changed.apiStages().stream()
                .filter(stage ->
                        plan.apiStages().stream().noneMatch(old -> old.key().equals(stage.key())))
                .toList();
        plans.checkApart(plan, added);
        plans.put(changed);
        return Reply.of(tags.shown(changed, path(changed)));
    }

    private Reply delete(Request request) {
        UsagePlan plan = require(request);
        if (!plan.apiStages().isEmpty()) {
            throw new BadRequestException("Cannot delete Usage Plan " + plan.id()
                    + " because there are API Stages associated with it, including "
                    + plan.apiStages().getFirst().key());
        }
        plans.delete(plan.id());
        tags.forget(path(plan));
        return Reply.empty();
    }
}
