package io.tollgate.controlplane.apikey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.store.Ids;
import io.tollgate.controlplane.wire.Contribution;
import io.tollgate.controlplane.wire.Input;
import io.tollgate.controlplane.wire.Json;
import io.tollgate.controlplane.wire.OwnOperations;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.plan.ApiKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * RotateApiKey, a call of ours: gives a key a new value. The values that it has had work on until the grace period ends; a
 * later rotation may end them earlier, never later. All values are one key: they share its plans, throttles and quotas.
 */
@ApplicationScoped
public class ApiKeyRotation implements Contribution {
    /** What audit records and {@link #operations} call it. */
    static final String OPERATION = "RotateApiKey";

    private static final String GRACE = "gracePeriodSeconds";
    private static final int DEFAULT_GRACE = 86_400;
    private static final int LONGEST_GRACE = 2_592_000;

    private final ApiKeys keys;
    private final Ids ids;
    private final Clock clock;

    /** Rotates these keys. */
    @Inject
    public ApiKeyRotation(ApiKeys keys, Ids ids, Clock clock) {
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String service() {
        return OwnOperations.SERVICE;
    }

    @Override
    public Map<String, Function<Request, Reply>> operations() {
        return Map.of(OPERATION, this::rotate);
    }

    private Reply rotate(Request request) {
        Input input = request.input();
        int grace = Objects.requireNonNullElse(input.integer(GRACE), DEFAULT_GRACE);
        if (grace < 0 || grace > LONGEST_GRACE) {
            throw new BadRequestException(
                    "Invalid " + GRACE + " specified: " + grace + ", it must be between 0 and " + LONGEST_GRACE);
        }
        ObjectNode draft = Json.draft(keys.require(request.at("id")));
        Instant now = clock.instant();
        draft.put("lastUpdatedDate", now.getEpochSecond());
        ApiKey key = Json.fromDraft(draft, ApiKey.class);
        String value = freshValue();
        Instant end = now.plusSeconds(grace);
        keys.rotate(key, value, end.toEpochMilli());
        return Reply.of(
                Json.draft(key).put("value", value).put(GRACE, grace).put("previousValuesEndAt", end.getEpochSecond()));
    }

    private String freshValue() {
        String value = ids.keyValue();
        while (keys.idOf(value).isPresent()) {
            value = ids.keyValue();
        }
        return value;
    }
}
