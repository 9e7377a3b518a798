package io.tollgate.controlplane.domain;

import io.tollgate.controlplane.wire.Input;
import io.tollgate.controlplane.wire.Json;
import io.tollgate.controlplane.wire.Request;
import java.util.List;

/** Whose things a list is asked for; there is one account here, so that others have none. */
final class ResourceOwner {
    private static final List<String> OWNERS = List.of("SELF", "OTHER_ACCOUNTS");

    private ResourceOwner() {}

    /** The items, or none if those of other accounts are asked for. */
    static <T> List<T> only(Request request, List<T> own) {
        String owner = request.parameter("resourceOwner").orElse("SELF");
        if (!OWNERS.contains(owner)) {
            String operation = request.operation();
            String shape = Character.toLowerCase(operation.charAt(0)) + operation.substring(1) + "Input";
            new Input(Json.parse(new byte[0]), shape)
                    .violation(
                            owner,
                            shape + ".resourceOwner",
                            "Member must satisfy enum value set: [" + String.join(", ", OWNERS) + "]")
                    .check();
        }
        return owner.equals("SELF") ? own : List.of();
    }
}
