package io.tollgate.controlplane.support;

import io.tollgate.controlplane.wire.Contribution;
import io.tollgate.controlplane.wire.Json;
import io.tollgate.model.operations.Operation;
import io.tollgate.model.operations.Operations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every operation of the AWS service models, and how far it is there. */
@ApplicationScoped
public class SupportTable {
    /** What the JSON holds. */
    record Document(Map<Support, Long> counts, List<OperationSupport> operations) {}

    private final Set<String> present = new HashSet<>();
    private final Map<String, String> missing = new HashMap<>();

    /** The table of everything that is contributed. */
    @Inject
    public SupportTable(Instance<Contribution> contributions) {
        this((Iterable<Contribution>) contributions);
    }

    /** The table of these contributions. */
    SupportTable(Iterable<Contribution> contributions) {
        for (Contribution contribution : contributions) {
            String service = contribution.service() + "/";
            contribution.operations().keySet().forEach(operation -> present.add(service + operation));
            contribution.missing().forEach((operation, what) -> {
                if (!contribution.operations().containsKey(operation)) {
                    throw new IllegalStateException(
                            operation + " is said to lack something by a noun that does not have it");
                }
                missing.put(service + operation, what);
            });
        }
    }

    /** All operations in the models' order. */
    public List<OperationSupport> operations() {
        return Operations.all().list().stream().map(this::of).toList();
    }

    private OperationSupport of(Operation operation) {
        String key = operation.service() + "/" + operation.name();
        Support support =
                !present.contains(key) ? Support.REFUSED : missing.containsKey(key) ? Support.PARTIAL : Support.FULL;
        String mode = operation.mode().isEmpty() ? "" : "?mode=" + operation.mode();
        return new OperationSupport(
                operation.service(),
                operation.name(),
                operation.verb(),
                "/" + String.join("/", operation.segments()) + mode,
                support,
                missing.get(key));
    }

    /** How many operations there are of each kind. */
    public Map<Support, Long> counts() {
        Map<Support, Long> counts = new LinkedHashMap<>();
        for (Support support : Support.values()) {
            counts.put(
                    support,
                    operations().stream()
                            .filter(one -> one.support() == support)
                            .count());
        }
        return counts;
    }

    /** The table as JSON. */
    public String json() {
        return Json.write(new Document(counts(), operations()));
    }

    /** The table as Markdown. */
    public String markdown() {
        return new SupportText(operations(), counts()).markdown();
    }

    /** The table as a page. */
    public String html() {
        return new SupportPage(operations(), counts()).html();
    }
}
