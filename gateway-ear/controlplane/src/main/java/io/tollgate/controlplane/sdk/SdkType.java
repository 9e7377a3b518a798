package io.tollgate.controlplane.sdk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of client SDK (SdkType of the service model).
 *
 * @param id its name in GetSdk
 * @param friendlyName its name for people
 * @param description what it is
 * @param configurationProperties its settings
 */
record SdkType(String id, String friendlyName, String description, List<Property> configurationProperties) {

    /** Copies the list. */
    SdkType {
        configurationProperties = List.copyOf(configurationProperties);
    }

    /**
     * A setting (SdkConfigurationProperty of the service model).
     *
     * @param name its name in the query of GetSdk
     * @param friendlyName its name for people
     * @param description what it is
     * @param required whether GetSdk needs it
     * @param defaultValue what it is if it is not given, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Property(
            String name,
            String friendlyName,
            String description,
            boolean required,
            @Nullable String defaultValue) {}
}
