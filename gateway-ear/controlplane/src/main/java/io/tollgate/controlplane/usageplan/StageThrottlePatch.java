package io.tollgate.controlplane.usageplan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.error.ApiException.NotFoundException;
import io.tollgate.model.patch.PatchOperation;

/** Changes the method throttles of one stage in a plan's draft. */
final class StageThrottlePatch {
    private static final String THROTTLE = "throttle";

    private final ObjectNode stage;

    StageThrottlePatch(ObjectNode stage) {
        this.stage = stage;
    }

    /** Applies a change to the path below {@code /throttle}: nothing, a method, or a limit of a method. */
    void apply(PatchOperation operation, String below) {
        if (below.isEmpty()) {
            all(operation);
            return;
        }
        String limit = below.substring(below.lastIndexOf('/') + 1);
        if (limit.equals("rateLimit") || limit.equals("burstLimit")) {
            String method = method(below.substring(1, below.length() - limit.length() - 1));
            limit(operation, method, limit);
        } else {
            method(operation, method(below.substring(1)));
        }
    }

    private void all(PatchOperation operation) {
        stage.remove(THROTTLE);
        if (!operation.is("remove")) {
            UsagePlanPatch.members(operation.value())
                    .properties()
                    .forEach(member -> put(
                            UsagePlanInput.checkMethod(member.getKey()),
                            UsagePlanPatch.members(member.getValue().toString())));
        }
    }

    /** The key of a method: the path comes raw after a slash of its own, or escaped. */
    private static String method(String raw) {
        String path = PatchOperation.unescape(raw);
        return UsagePlanInput.checkMethod(path.startsWith("/") || path.startsWith("*") ? path : "/" + path);
    }

    private void limit(PatchOperation operation, String method, String limit) {
        if (operation.is("remove")) {
            entry(method).remove(limit);
            return;
        }
        ObjectNode entry = stage.withObjectProperty(THROTTLE).withObjectProperty(method);
        if (limit.equals("rateLimit")) {
            entry.put(limit, Limits.rate(operation.value()));
        } else {
            entry.put(limit, Limits.burst(operation.value()));
        }
    }

    private void method(PatchOperation operation, String method) {
        if (operation.is("remove")) {
            entry(method);
            ObjectNode entries = stage.withObjectProperty(THROTTLE);
            entries.remove(method);
            if (entries.isEmpty()) {
                stage.remove(THROTTLE);
            }
        } else {
            put(method, UsagePlanPatch.members(operation.value()));
        }
    }

    private void put(String method, ObjectNode limits) {
        ObjectNode entry = stage.withObjectProperty(THROTTLE).putObject(method);
        limits.properties().forEach(member -> {
            String text = member.getValue().asText();
            switch (member.getKey()) {
                case "rateLimit" -> entry.put("rateLimit", Limits.rate(text));
                case "burstLimit" -> entry.put("burstLimit", Limits.burst(text));
                default -> throw new BadRequestException("Invalid throttle member " + member.getKey());
            }
        });
    }

    private ObjectNode entry(String method) {
        if (stage.path(THROTTLE).get(method) instanceof ObjectNode entry) {
            return entry;
        }
        throw new NotFoundException("Invalid method " + method + " specified: it has no throttle");
    }
}
