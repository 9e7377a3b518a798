package io.tollgate.controlplane.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.store.Documents;
import io.tollgate.controlplane.store.Installation;
import io.tollgate.controlplane.wire.Contribution;
import io.tollgate.controlplane.wire.Json;
import io.tollgate.controlplane.wire.Nodes;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.patch.PatchOperation;
import io.tollgate.model.patch.PatchTable;
import io.tollgate.model.plan.ThrottleSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** GetAccount and UpdateAccount. */
@ApplicationScoped
public class AccountOperations implements Contribution {
    private static final String ONLY = "account";

    private final Documents<AccountRow, Account> rows;
    private final Installation installation;

    /** The account's settings as AWS shows them. */
    record Account(
            @Nullable String cloudwatchRoleArn,
            @Nullable ThrottleSettings throttleSettings,
            List<String> features,
            String apiKeyVersion) {}

    private static final PatchTable<ObjectNode> PATCH = new PatchTable<ObjectNode>(PatchTable.Family.LISTING)
            .replace("/cloudwatchRoleArn", (draft, key, value) -> {
                if (value != null && !value.isEmpty() && !value.matches("arn:[a-z-]+:iam::\\d{12}:role/.+")) {
                    throw new BadRequestException("The role ARN is not well formed");
                }
                Nodes.text("cloudwatchRoleArn").apply(draft, key, value);
            })
            .on("add", "/features", (draft, key, value) -> {
                if (!"UsagePlans".equals(value)) {
                    throw new BadRequestException("Invalid feature specified. Must be one of: [UsagePlans]");
                }
            })
            .on("remove", "/features", (draft, key, value) -> {
                throw new BadRequestException("Usage Plans cannot be disabled once enabled");
            });

    /** The account in this database. */
    @Inject
    public AccountOperations(EntityManager entities, Installation installation) {
        this.installation = installation;
        this.rows = new Documents<>(entities, AccountRow.class, AccountRow::new, Account.class);
    }

    @Override
    public Map<String, Function<Request, Reply>> operations() {
        return Map.of("GetAccount", request -> Reply.of(account()), "UpdateAccount", this::update);
    }

    private Account account() {
        String role = rows.find(ONLY).map(Account::cloudwatchRoleArn).orElse(null);
        return new Account(role, installation.throttle(), List.of("UsagePlans"), "4");
    }

    private Reply update(Request request) {
        List<PatchOperation> operations = request.patchOperations();
        Account changed = Json.patched(account(), Account.class, PATCH, operations);
        rows.put(ONLY, "", changed);
        return Reply.of(changed);
    }
}
