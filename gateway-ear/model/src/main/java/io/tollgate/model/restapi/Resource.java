package io.tollgate.model.restapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A node of an API's path tree, with its methods.
 *
 * @param id the resource id
 * @param parentId the parent's id, null for the root
 * @param pathPart the last segment, null for the root
 * @param path the whole path in template form, for example {@code /pets/{petId}}
 * @param resourceMethods methods by verb or ANY; empty if there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Resource(
        String id,
        @Nullable String parentId,
        @Nullable String pathPart,
        String path,
        Map<String, Method> resourceMethods) {

    /** Copies the map. */
    public Resource {
        resourceMethods = Map.copyOf(resourceMethods);
    }
}
