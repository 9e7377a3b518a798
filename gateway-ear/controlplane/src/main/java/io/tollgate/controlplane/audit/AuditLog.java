package io.tollgate.controlplane.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.wire.Json;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.error.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes audit records. Reads of what exists are not recorded; secrets in parameters are masked. */
@ApplicationScoped
public class AuditLog {
    private static final int LONGEST = 4000;
    private static final List<String> READING = List.of("Get", "Test");
    private static final List<String> SECRET = List.of("value", "password", "secret", "privatekey", "token");

    private final EntityManager entities;
    private final Clock clock;

    /** Writes to this database. */
    @Inject
    public AuditLog(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Records a call and how it ended, in the running transaction. */
    public void record(Request request, String outcome) {
        if (READING.stream().anyMatch(request.operation()::startsWith)) {
            return;
        }
        entities.persist(new AuditRow(
                        clock.instant(),
                        request.caller().accessKeyId(),
                        request.caller().sourceIp(),
                        request.caller().requestId())
                .of(request.operation(), parameters(request), outcome));
    }

    private static String parameters(Request request) {
        String body =
                request.operation().startsWith("Import") || request.operation().equals("PutRestApi")
                        ? "\"" + request.body().length + " bytes\""
                        : masked(request);
        String text = "{\"path\":" + Json.write(request.path()) + ",\"body\":" + body + "}";
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static String masked(Request request) {
        try {
            JsonNode tree = Json.parse(request.body());
            boolean key = request.operation().endsWith("ApiKey");
            if (tree instanceof ObjectNode object) {
                for (Map.Entry<String, JsonNode> member : List.copyOf(object.properties())) {
                    String name = member.getKey().toLowerCase(Locale.ROOT);
                    if (SECRET.stream().anyMatch(name::contains) && (key || !name.equals("value"))) {
                        object.put(member.getKey(), "***");
                    }
                }
            }
            return tree.toString();
        } catch (ApiException unreadable) {
            return "\"unreadable\"";
        }
    }
}
