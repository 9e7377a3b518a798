package io.tollgate.controlplane.usageplan;

import io.tollgate.controlplane.apikey.ApiKeys;
import io.tollgate.controlplane.restapi.RestApiPart;
import io.tollgate.controlplane.stage.StagePart;
import io.tollgate.controlplane.store.Documents;
import io.tollgate.controlplane.store.PlanRevision;
import io.tollgate.controlplane.store.ServiceQuota;
import io.tollgate.controlplane.store.ServiceQuotas;
import io.tollgate.controlplane.wire.Change;
import io.tollgate.model.error.ApiException.ConflictException;
import io.tollgate.model.error.ApiException.NotFoundException;
import io.tollgate.model.plan.ApiStage;
import io.tollgate.model.plan.UsagePlan;
import io.tollgate.model.plan.UsagePlanKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The usage plans and which keys belong to them. Whoever changes one makes nodes look again. */
@ApplicationScoped
public class UsagePlans implements RestApiPart, StagePart {

    private final EntityManager entities;
    private final Documents<UsagePlanRow, UsagePlan> rows;
    private final Documents<UsagePlanKeyRow, UsagePlanKey> members;
    private final PlanRevision revision;
    private final UsageStore usage;
    private final BillingStore billing;
    private final ApiKeys keys;
    private final ServiceQuotas quotas;

    /** Plans in this database. */
    @Inject
    public UsagePlans(
            EntityManager entities,
            PlanRevision revision,
            UsageStore usage,
            BillingStore billing,
            ApiKeys keys,
            ServiceQuotas quotas) {
        this.billing = billing;
        this.keys = keys;
        this.quotas = quotas;
        this.usage = usage;
        this.entities = entities;
        this.rows = new Documents<>(entities, UsagePlanRow.class, UsagePlanRow::new, UsagePlan.class);
        this.members = new Documents<>(entities, UsagePlanKeyRow.class, UsagePlanKeyRow::new, UsagePlanKey.class);
        this.revision = revision;
    }

    /** The plan with this id. */
    public Optional<UsagePlan> find(String id) {
        return rows.find(id);
    }

    /** The plan with this id, or AWS's refusal. */
    public UsagePlan require(String id) {
        return find(id).orElseThrow(() -> new NotFoundException("Invalid Usage Plan ID specified"));
    }

    /** All plans, sorted by id. */
    public List<UsagePlan> all() {
        return rows.all("");
    }

    /** Adds or replaces a plan. */
    void put(UsagePlan plan) {
        rows.put(plan.id(), "", plan);
        revision.advance(new Change.OfPlan(plan.id()));
    }

    void delete(String id) {
        keysOf(id).forEach(keyId -> removeKey(id, keyId));
        rows.delete(id);
        revision.advance(new Change.OfPlan(id));
    }

    /** The ids of a plan's keys, sorted. */
    public List<String> keysOf(String planId) {
        return entities.createQuery(
                        "select r.parent from UsagePlanKeyRow r where r.id like :prefix order by r.id", String.class)
                .setParameter("prefix", planId + "/%")
                .getResultList();
    }

    /** The ids of the plans that a key belongs to. */
    public List<String> plansOf(String keyId) {
        return members.all(keyId).stream().map(UsagePlanKey::planId).toList();
    }

    /** The ids of the plans that keys belong to, by key; keys without any are left out. */
    public Map<String, List<String>> plansByKey() {
        return members.below("").values().stream()
                .sorted(Comparator.comparing(UsagePlanKey::planId))
                .collect(Collectors.groupingBy(
                        UsagePlanKey::keyId, Collectors.mapping(UsagePlanKey::planId, Collectors.toList())));
    }

    /** Whether a key belongs to a plan. */
    public boolean contains(String planId, String keyId) {
        return members.exists(planId + "/" + keyId);
    }

    /**
     * Makes a key belong to a plan.
     *
     * @throws NotFoundException if there is no such plan
     * @throws ConflictException if it belongs to it already, or to another plan with one of its stages
     */
    public void addKey(String planId, String keyId) {
        UsagePlan plan = require(planId);
        if (contains(planId, keyId)) {
            throw new ConflictException("Usage Plan " + planId + " already contains API Key " + keyId);
        }
        List<String> others = plansOf(keyId);
        quotas.checkRoom(ServiceQuota.USAGE_PLANS_PER_KEY, others.size());
        others.forEach(other -> checkApart(keyId, plan.apiStages(), require(other)));
        members.insert(planId + "/" + keyId, keyId, new UsagePlanKey(keyId, planId));
        revision.advance(new Change.OfKey(keyId));
    }

    /** Refuses stages of a plan that one of its keys has through another plan. */
    void checkApart(UsagePlan plan, List<ApiStage> added) {
        for (String keyId : added.isEmpty() ? List.<String>of() : keysOf(plan.id())) {
            for (String other : plansOf(keyId)) {
                if (!other.equals(plan.id())) {
                    checkApart(keyId, added, require(other));
                }
            }
        }
    }

    private static void checkApart(String keyId, List<ApiStage> stages, UsagePlan other) {
        for (ApiStage taken : other.apiStages()) {
            if (stages.stream().anyMatch(stage -> stage.key().equals(taken.key()))) {
                throw new ConflictException("API Key " + keyId + " is already associated with API Stage " + taken.key()
                        + " through Usage Plan " + other.id());
            }
        }
    }

    void removeKey(String planId, String keyId) {
        members.delete(planId + "/" + keyId);
        find(planId).ifPresent(plan -> keys.find(keyId).ifPresent(key -> billing.keep(plan, key)));
        usage.forget(planId, keyId);
        revision.advance(new Change.OfKey(keyId));
    }

    /** Takes a key out of all plans. */
    public void forgetKey(String keyId) {
        plansOf(keyId).forEach(planId -> removeKey(planId, keyId));
    }

    @Override
    public void deleteAll(String apiId) {
        forgetStages(stage -> stage.apiId().equals(apiId));
    }

    @Override
    public void stageDeleted(String apiId, String stageName) {
        forgetStages(stage -> stage.apiId().equals(apiId) && stage.stage().equals(stageName));
    }

    private void forgetStages(Predicate<ApiStage> gone) {
        for (UsagePlan plan : all()) {
            List<ApiStage> left =
                    plan.apiStages().stream().filter(gone.negate()).toList();
            if (left.size() < plan.apiStages().size()) {
                put(new UsagePlan(
                        plan.id(),
                        plan.name(),
                        plan.description(),
                        left,
                        plan.throttle(),
                        plan.quota(),
                        plan.productCode()));
            }
        }
    }
}
