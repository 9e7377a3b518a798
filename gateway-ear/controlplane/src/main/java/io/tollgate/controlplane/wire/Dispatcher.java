package io.tollgate.controlplane.wire;

import io.tollgate.controlplane.audit.AuditLog;
import io.tollgate.model.error.ApiException;
import io.tollgate.model.error.ApiException.ConflictException;
import io.tollgate.model.error.ApiException.NotImplementedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs operations: each in one transaction together with its audit record. Two changes of one object at the same moment
 * are put in order by running the later one again. Thread-safe.
 */
@ApplicationScoped
public class Dispatcher {
    private static final int ATTEMPTS = 8;

    private final Map<String, Function<Request, Reply>> handlers = new HashMap<>();
    private final Map<String, Function<Request, Reply>> waiting = new HashMap<>();
    private final Transactions transactions;
    private final AuditLog audit;
    private final Changes changes;

    /** A dispatcher of everything that is contributed. */
    @Inject
    public Dispatcher(
            Instance<Contribution> contributions, Transactions transactions, AuditLog audit, Changes changes) {
        this((Iterable<Contribution>) contributions, transactions, audit, changes);
    }

    /** A dispatcher of these contributions. */
    public Dispatcher(
            Iterable<Contribution> contributions, Transactions transactions, AuditLog audit, Changes changes) {
        this.transactions = transactions;
        this.audit = audit;
        this.changes = changes;
        contributions.forEach(one -> {
            one.operations().forEach((operation, handler) -> handlers.put(key(one.service(), operation), handler));
            one.waitingOperations()
                    .forEach((operation, handler) -> waiting.put(key(one.service(), operation), handler));
        });
    }

    private static String key(String service, String operation) {
        return service + "/" + operation;
    }

    /** Whether an operation of a service model has a handler. */
    public boolean implemented(String service, String operation) {
        String key = key(service, operation);
        return handlers.containsKey(key) || waiting.containsKey(key);
    }

    /**
     * Runs an operation.
     *
     * @throws ApiException if it is refused
     */
    public Reply run(Request request) {
        try {
            Function<Request, Reply> waits = waiting.get(key(request.service(), request.operation()));
            if (waits != null) {
                Reply reply = waits.apply(request);
                record(request, "OK");
                return reply;
            }
            Reply reply = attempt(request, handler(request));
            changes.announce();
            return reply;
        } catch (ApiException refused) {
            changes.forget();
            record(request, refused.code());
            throw refused;
        }
    }

    private Function<Request, Reply> handler(Request request) {
        Function<Request, Reply> handler = handlers.get(key(request.service(), request.operation()));
        if (handler == null) {
            throw new NotImplementedException(request.operation());
        }
        return handler;
    }

    private void record(Request request, String result) {
        transactions.run(() -> {
            audit.record(request, result);
            return result;
        });
    }

    private Reply attempt(Request request, Function<Request, Reply> handler) {
        for (int i = 1; ; i++) {
            changes.forget();
            try {
                return transactions.run(() -> {
                    Reply reply = handler.apply(request);
                    audit.record(request, "OK");
                    return reply;
                });
            } catch (RuntimeException failed) {
                if (!isConflict(failed)) {
                    throw failed;
                }
                if (i == ATTEMPTS) {
                    throw new ConflictException(
                            "Unable to complete operation due to concurrent modification. Please try again later.");
                }
            }
        }
    }

    private static boolean isConflict(RuntimeException failed) {
        for (@Nullable Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException
                    || cause instanceof org.hibernate.StaleStateException
                    || (cause instanceof PersistenceException && isConstraint(cause))) {
                return true;
            }
            if (cause instanceof java.sql.SQLException sql && isContention(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isConstraint(Throwable cause) {
        return cause instanceof org.hibernate.exception.ConstraintViolationException
                || cause instanceof org.hibernate.exception.LockAcquisitionException;
    }

    /**
     * Class 40 is a transaction that must be run again, class 23 a row that another one has just made; the others are locks
     * that were waited for too long, by H2 (two seconds unless it is told otherwise) and by PostgreSQL.
     */
    private static boolean isContention(java.sql.SQLException sql) {
        String state = sql.getSQLState();
        return state != null
                && (state.startsWith("40") || state.startsWith("23") || state.equals("HYT00") || state.equals("55P03"));
    }
}
