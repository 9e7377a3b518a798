package io.tollgate.controlplane.usageplan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.apikey.ApiKeys;
import io.tollgate.controlplane.wire.Contribution;
import io.tollgate.controlplane.wire.Input;
import io.tollgate.controlplane.wire.Page;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.error.ApiException.NotFoundException;
import io.tollgate.model.plan.ApiKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** CreateUsagePlanKey, GetUsagePlanKey, GetUsagePlanKeys, DeleteUsagePlanKey. */
@ApplicationScoped
public class UsagePlanKeyOperations implements Contribution {
    private static final String TYPE = "API_KEY";

    private final UsagePlans plans;
    private final ApiKeys keys;

    /** Operations on the keys of these plans. */
    @Inject
    public UsagePlanKeyOperations(UsagePlans plans, ApiKeys keys) {
        this.plans = plans;
        this.keys = keys;
    }

    @Override
    public Map<String, Function<Request, Reply>> operations() {
        return Map.of(
                "CreateUsagePlanKey", this::create,
                "GetUsagePlanKey", this::get,
                "GetUsagePlanKeys", this::list,
                "DeleteUsagePlanKey", this::delete);
    }

    private static ObjectNode view(ApiKey key) {
        ObjectNode view =
                JsonNodeFactory.instance.objectNode().put("id", key.id()).put("type", TYPE);
        return key.name() == null ? view : view.put("name", key.name());
    }

    private Reply create(Request request) {
        String planId = request.at("usageplanId");
        Input input = request.input().required("keyId").required("keyType").check();
        if (!TYPE.equals(input.text("keyType"))) {
            throw new BadRequestException("Invalid key type specified. Must be one of: [" + TYPE + "]");
        }
        plans.require(planId);
        ApiKey key = keys.require(input.text("keyId", ""));
        plans.addKey(planId, key.id());
        return Reply.of(view(key).put("value", keys.value(key.id())));
    }

    private ApiKey require(Request request) {
        plans.require(request.at("usageplanId"));
        String keyId = request.at("keyId");
        if (!plans.contains(request.at("usageplanId"), keyId)) {
            throw new NotFoundException("Invalid API Key identifier specified");
        }
        return keys.require(keyId);
    }

    private Reply get(Request request) {
        return Reply.of(view(require(request)));
    }

    private Reply list(Request request) {
        plans.require(request.at("usageplanId"));
        String name = request.parameter("name").orElse("");
        List<ApiKey> matching = plans.keysOf(request.at("usageplanId")).stream()
                .map(keys::require)
                .filter(key ->
                        name.isEmpty() || (key.name() != null && key.name().startsWith(name)))
                .toList();
        return Reply.of(Page.of(matching, ApiKey::id, request).map(UsagePlanKeyOperations::view));
    }

    private Reply delete(Request request) {
        plans.removeKey(request.at("usageplanId"), require(request).id());
        return Reply.empty();
    }
}
