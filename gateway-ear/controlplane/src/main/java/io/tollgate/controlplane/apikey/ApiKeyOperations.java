package io.tollgate.controlplane.apikey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.store.Ids;
import io.tollgate.controlplane.store.ServiceQuota;
import io.tollgate.controlplane.store.ServiceQuotas;
import io.tollgate.controlplane.tags.Taggable;
import io.tollgate.controlplane.tags.Tags;
import io.tollgate.controlplane.usageplan.UsagePlans;
import io.tollgate.controlplane.wire.Contribution;
import io.tollgate.controlplane.wire.Input;
import io.tollgate.controlplane.wire.Json;
import io.tollgate.controlplane.wire.Nodes;
import io.tollgate.controlplane.wire.Page;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.error.ApiException.ConflictException;
import io.tollgate.model.patch.PatchOperation;
import io.tollgate.model.patch.PatchTable;
import io.tollgate.model.plan.ApiKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** CreateApiKey, GetApiKey, GetApiKeys, UpdateApiKey, DeleteApiKey. Values are shown only when asked for. */
@ApplicationScoped
public class ApiKeyOperations implements Contribution, Taggable {

    private static final PatchTable<ObjectNode> PATCH = new PatchTable<ObjectNode>(PatchTable.Family.LISTING)
            .replace("/description", Nodes.text("description"))
            .replace("/enabled", Nodes.flag("enabled"))
            .replace("/name", (draft, key, value) -> {
                checkName(value);
                Nodes.text("name").apply(draft, key, value);
            })
            .replace("/customerId", Nodes.text("customerId"));

    private final ApiKeys keys;
    private final UsagePlans plans;
    private final Tags tags;
    private final Ids ids;
    private final Clock clock;
    private final ServiceQuotas quotas;

    /** Operations on these keys. */
    @Inject
    public ApiKeyOperations(ApiKeys keys, UsagePlans plans, Tags tags, Ids ids, Clock clock, ServiceQuotas quotas) {
        this.quotas = quotas;
        this.keys = keys;
        this.plans = plans;
        this.tags = tags;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Map<String, Function<Request, Reply>> operations() {
        return Map.of(
                "CreateApiKey", this::create,
                "GetApiKey", this::get,
                "GetApiKeys", this::list,
                "UpdateApiKey", this::update,
                "DeleteApiKey", this::delete);
    }

    @Override
    public boolean exists(String path) {
        return path.startsWith("/apikeys/")
                && keys.find(path.substring("/apikeys/".length())).isPresent();
    }

    @Override
    public void tagged(String path) {
        keys.changed(path.substring("/apikeys/".length()));
    }

    private static String path(ApiKey key) {
        return "/apikeys/" + key.id();
    }

    private static void checkName(@Nullable String name) {
        if (name != null && name.length() > 1024) {
            throw new BadRequestException("API Key name exceeds maximum size of 1024 characters");
        }
    }

    private Reply create(Request request) {
        Input input = request.input();
        if (!input.objects("stageKeys").isEmpty()) {
            throw new BadRequestException("Stage keys are not supported, use usage plans instead");
        }
        checkName(input.text("name"));
        String value = input.text("value", "");
        if (value.isEmpty()) {
            value = ids.keyValue();
        }
        KeyValues.check(value);
        if (keys.idOf(value).isPresent()) {
            throw new ConflictException("API Key already exists");
        }
        quotas.checkRoom(ServiceQuota.API_KEYS, keys.count());
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        ApiKey key = new ApiKey(
                ids.ten(),
                input.text("name"),
                input.text("customerId"),
                input.text("description"),
                input.flag("enabled"),
                now,
                now,
                List.of());
        keys.insert(key, value);
        tags.put(path(key), input.texts("tags"));
        return Reply.of(tags.created(key, path(key)).put("value", value));
    }

    private Reply get(Request request) {
        ApiKey key = keys.require(request.at("api_Key"));
        ObjectNode answer = tags.shown(key, path(key));
        if (request.flag("includeValue")) {
            answer.put("value", keys.value(key.id()));
        }
        return Reply.of(answer);
    }

    private Reply list(Request request) {
        String name = request.parameter("name").orElse("");
        String customer = request.parameter("customerId").orElse("");
        List<ApiKey> matching = keys.all().stream()
                .filter(key ->
                        name.isEmpty() || (key.name() != null && key.name().startsWith(name)))
                .filter(key -> customer.isEmpty() || customer.equals(key.customerId()))
                .toList();
        boolean values = request.flag("includeValues");
        return Reply.of(Page.of(matching, ApiKey::id, request).map(key -> {
            ObjectNode item = tags.created(key, path(key));
            return values ? item.put("value", keys.value(key.id())) : item;
        }));
    }

    private Reply update(Request request) {
        List<PatchOperation> operations = request.patchOperations();
        ObjectNode draft = Json.draft(keys.require(request.at("api_Key")));
        PATCH.apply(draft, operations);
        draft.put("lastUpdatedDate", clock.instant().getEpochSecond());
        ApiKey changed = Json.fromDraft(draft, ApiKey.class);
        keys.update(changed);
        return Reply.of(tags.shown(changed, path(changed)));
    }

    private Reply delete(Request request) {
        ApiKey key = keys.require(request.at("api_Key"));
        plans.forgetKey(key.id());
        keys.delete(key.id());
        tags.forget(path(key));
        return Reply.empty();
    }
}
