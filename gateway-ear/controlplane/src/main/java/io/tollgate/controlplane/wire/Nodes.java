package io.tollgate.controlplane.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.error.ApiException.NotFoundException;
import io.tollgate.model.patch.PatchTable.Change;
import java.util.List;

/** Changes that PATCH tables make to a draft, which is a record as a JSON tree. */
public final class Nodes {

    private Nodes() {}

    /** Sets a text member; without a value the member is removed. */
    public static Change<ObjectNode> text(String name) {
        return (draft, key, value) -> {
            if (value == null || value.isEmpty()) {
                draft.remove(name);
            } else {
                draft.put(name, value);
            }
        };
    }

    /** Sets a text member that is always there; without a value it is empty. */
    public static Change<ObjectNode> textOrEmpty(String name) {
        return (draft, key, value) -> draft.put(name, value == null ? "" : value);
    }

    /** Sets a text member to one of these values. */
    public static Change<ObjectNode> oneOf(String name, List<String> allowed) {
        return (draft, key, value) -> {
            if (value == null || !allowed.contains(value)) {
                throw new BadRequestException(
                        "Invalid " + name + " specified. Valid options are " + String.join(",", allowed));
            }
            draft.put(name, value);
        };
    }

    /** Removes a member. */
    public static Change<ObjectNode> drop(String name) {
        return (draft, key, value) -> draft.remove(name);
    }

    /** Sets a boolean member; anything but {@code true} is false. */
    public static Change<ObjectNode> flag(String name) {
        return (draft, key, value) -> draft.put(name, "true".equalsIgnoreCase(value));
    }

    /** Sets an integer member, refused in these words if the value is none. */
    public static Change<ObjectNode> integer(String name, String refusal) {
        return (draft, key, value) -> {
            if (value == null || !value.matches("-?\\d{1,9}")) {
                throw new BadRequestException(refusal);
            }
            draft.put(name, Integer.parseInt(value));
        };
    }

    /** Sets an entry of a map member. */
    public static Change<ObjectNode> entry(String map) {
        return (draft, key, value) -> draft.withObjectProperty(map).put(key, value == null ? "" : value);
    }

    /** Sets a boolean entry of a map member. */
    public static Change<ObjectNode> flagEntry(String map) {
        return (draft, key, value) -> draft.withObjectProperty(map).put(key, "true".equalsIgnoreCase(value));
    }

    /** Replaces an entry that must be there. */
    public static Change<ObjectNode> known(String map, String missing, Change<ObjectNode> change) {
        return (draft, key, value) -> {
            if (!draft.path(map).has(key)) {
                throw new NotFoundException(missing);
            }
            change.apply(draft, key, value);
        };
    }

    /** Removes an entry that must be there; the map goes with its last entry. */
    public static Change<ObjectNode> dropEntry(String map, String missing) {
        return known(map, missing, (draft, key, value) -> {
            ObjectNode entries = draft.withObjectProperty(map);
            entries.remove(key);
            if (entries.isEmpty()) {
                draft.remove(map);
            }
        });
    }
}
