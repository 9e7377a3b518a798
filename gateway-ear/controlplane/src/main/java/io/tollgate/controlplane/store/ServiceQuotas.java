package io.tollgate.controlplane.store;

import io.tollgate.model.error.ApiException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The quotas of this installation. Immutable. */
public final class ServiceQuotas {
    private final Map<ServiceQuota, Integer> values = new EnumMap<>(ServiceQuota.class);

    /** Quotas by what a source says of each. */
    public ServiceQuotas(ToIntFunction<ServiceQuota> source) {
        for (ServiceQuota quota : ServiceQuota.values()) {
            values.put(quota, source.applyAsInt(quota));
        }
    }

    /** The value of a quota. */
    public int of(ServiceQuota quota) {
        return Objects.requireNonNull(values.get(quota));
    }

    /**
     * Refuses one more than a quota allows.
     *
     * @param there how many there are already
     * @throws ApiException if that is as many as there may be
     */
    public void checkRoom(ServiceQuota quota, long there) {
        checkCount(quota, there + 1);
    }

    /**
     * Refuses a number that is more than a quota allows.
     *
     * @throws ApiException AWS's: LimitExceededException, for parts within something else BadRequestException
     */
    public void checkCount(ServiceQuota quota, long wanted) {
        if (wanted > of(quota)) {
            throw quota.refusal(of(quota));
        }
    }

    /**
     * Refuses a text of more characters than a quota allows; none has no characters.
     *
     * @throws ApiException AWS's
     */
    public void checkLength(ServiceQuota quota, @Nullable String text) {
        checkCount(quota, text == null ? 0 : text.length());
    }
}
