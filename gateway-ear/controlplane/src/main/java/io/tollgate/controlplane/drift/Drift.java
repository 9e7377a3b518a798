package io.tollgate.controlplane.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.drift.Difference.Kind;
import io.tollgate.controlplane.drift.Things.Thing;
import io.tollgate.model.restapi.ApiDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The differences between a deployment and the API as it is edited now. */
final class Drift {
    private final List<Difference> found = new ArrayList<>();
    private final Map<String, Thing> live;
    private final Map<String, Thing> edited;

    private Drift(ApiDefinition live, ApiDefinition edited) {
        this.live = Things.of(live);
        this.edited = Things.of(edited);
    }

    /** All differences, sorted by what they are of; of a thing that is wholly new or gone, the parts are left out. */
    static List<Difference> between(ApiDefinition live, ApiDefinition edited) {
        Drift drift = new Drift(live, edited);
        TreeSet<String> paths = new TreeSet<>(drift.live.keySet());
        paths.addAll(drift.edited.keySet());
        paths.forEach(drift::compare);
        return drift.found;
    }

    private void compare(String path) {
        Thing was = live.get(path);
        Thing is = edited.get(path);
        if (was != null && is != null) {
            compare(path, "", was.members(), is.members());
        } else if (was == null && is != null && bothHave(is.parent())) {
            found.add(new Difference(Kind.ADDED, path, null, null, null));
        } else if (was != null && bothHave(was.parent())) {
            found.add(new Difference(Kind.REMOVED, path, null, null, null));
        }
    }

    private boolean bothHave(@Nullable String path) {
        return path == null || (live.containsKey(path) && edited.containsKey(path));
    }

    private void compare(String path, String member, JsonNode was, JsonNode is) {
        if (was instanceof ObjectNode || is instanceof ObjectNode) {
            TreeSet<String> names = new TreeSet<>();
            was.fieldNames().forEachRemaining(names::add);
            is.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                String below = member + "/" + name.replace("~", "~0").replace("/", "~1");
                compare(path, below, at(was, name), at(is, name));
            }
        } else if (!was.equals(is)) {
            found.add(new Difference(Kind.CHANGED, path, member, shown(was), shown(is)));
        }
    }

    /** A member; one that is empty is as good as none. */
    private static JsonNode at(JsonNode object, String name) {
        JsonNode value = object.get(name);
        return value == null || (value.isContainerNode() && value.isEmpty()) ? NullNode.instance : value;
    }

    private static @Nullable JsonNode shown(JsonNode value) {
        return value.isNull() ? null : value;
    }
}
