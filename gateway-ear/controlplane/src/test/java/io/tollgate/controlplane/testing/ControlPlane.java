package io.tollgate.controlplane.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tollgate.controlplane.credential.SecretBox;
import io.tollgate.controlplane.store.DocumentRow;
import io.tollgate.controlplane.store.Installation;
import io.tollgate.controlplane.store.ServiceQuota;
import io.tollgate.controlplane.store.ServiceQuotas;
import io.tollgate.controlplane.wire.Caller;
import io.tollgate.controlplane.wire.Dispatcher;
import io.tollgate.controlplane.wire.JtaTransactions;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.controlplane.wire.Transactions;
import io.tollgate.model.error.ApiException;
import io.tollgate.model.operations.OperationMatch;
import io.tollgate.model.operations.Operations;
import io.tollgate.model.plan.ThrottleSettings;
import io.tollgate.spi.exchange.QueryParameters;
import io.tollgate.spi.http.Headers;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jboss.weld.bootstrap.spi.BeanDiscoveryMode;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** The control plane without a server: calls by method and address go through the dispatcher to the real schema. */
public final class ControlPlane implements AutoCloseable {
    /** What the clock says. */
    public static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private static final JsonMapper JSON = new JsonMapper();

    private final TestDatabase database = new TestDatabase();
    private final ServiceQuotas quotas;
    private final WeldContainer container;
    private final Dispatcher dispatcher;

    /** One with AWS's quotas. */
    public ControlPlane() {
        this(ServiceQuota::standard);
    }

    /** One with these quotas. */
    public ControlPlane(ToIntFunction<ServiceQuota> quotas) {
        this.quotas = new ServiceQuotas(quotas);
        this.container = new Weld()
                .disableDiscovery()
                .property("org.jboss.weld.construction.relaxed", true)
                .setBeanDiscoveryMode(BeanDiscoveryMode.ANNOTATED)
                .beanClasses(classes())
                .addExtension(new Beans())
                .initialize();
        this.dispatcher = container.select(Dispatcher.class).get();
    }

    /** What a server would provide. */
    private final class Beans implements Extension {

        void veto(@Observes ProcessAnnotatedType<?> type) {
            Class<?> found = type.getAnnotatedType().getJavaClass();
            if (found == JtaTransactions.class || found.isAnnotationPresent(jakarta.ws.rs.Path.class)) {
                type.veto();
            }
        }

        void add(@Observes AfterBeanDiscovery beans) {
            beans.addBean().types(EntityManager.class).createWith(context -> database.entities());
            beans.addBean().types(Transactions.class).createWith(context -> database);
            beans.addBean().types(Clock.class).createWith(context -> Clock.fixed(NOW, ZoneOffset.UTC));
            beans.addBean().types(SecretBox.class).createWith(context -> new SecretBox(new byte[32]));
            beans.addBean().types(ServiceQuotas.class).createWith(context -> quotas);
            beans.addBean()
                    .types(Installation.class)
                    .createWith(
                            context -> new Installation("111122223333", "eu-west-1", new ThrottleSettings(50, 100.0)));
        }
    }

    /** Every class of this module; those that are beans are found among them. */
    private static Class<?>[] classes() {
        try {
            Path root = Path.of(Dispatcher.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(root)) {
                return files.map(file -> root.relativize(file).toString())
                        .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                        .map(name -> load(name.substring(0, name.length() - ".class".length())
                                .replace('/', '.')))
                        .toArray(Class<?>[]::new);
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Dispatcher.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Calls an operation with a text as body. */
    public Reply call(String method, String address, String body) {
        return call(method, address, body, new Headers());
    }

    /** Calls an operation with a text as body and header fields. */
    public Reply call(String method, String address, String body, Headers headers) {
        int question = address.indexOf('?');
        String path = question < 0 ? address : address.substring(0, question);
        QueryParameters query = QueryParameters.parse(question < 0 ? "" : address.substring(question + 1));
        OperationMatch match =
                Operations.all().find(method, path, query.last("mode")).orElseThrow();
        return dispatcher.run(new Request(
                match.operation().service(),
                match.operation().name(),
                match.pathParameters(),
                query,
                headers,
                body.getBytes(StandardCharsets.UTF_8),
                new Caller("AKID", "127.0.0.1", "request")));
    }

    /** Calls an operation that AWS does not have. */
    public Reply ours(String operation, Map<String, String> path, String query, String body) {
        return dispatcher.run(new Request(
                "tollgate",
                operation,
                path,
                QueryParameters.parse(query),
                new Headers(),
                body.getBytes(StandardCharsets.UTF_8),
                new Caller("AKID", "127.0.0.1", "request")));
    }

    /** Runs a request as it is, one without an address for example. */
    public Reply run(Request request) {
        return dispatcher.run(request);
    }

    /** The audit records in order: who, operation, outcome and parameters. */
    public List<String> audited() {
        return database.run(() -> {
            List<String> records = new ArrayList<>();
            for (Object row : database.entities()
                    .createNativeQuery("select access_key_id, operation, outcome, parameters from audit order by id")
                    .getResultList()) {
                Object[] columns = (Object[]) row;
                records.add(columns[0] + " " + columns[1] + " " + columns[2] + " " + columns[3]);
            }
            return records;
        });
    }

    /** The answer of an operation as JSON. */
    public JsonNode json(String method, String address, String body) {
        return json(call(method, address, body));
    }

    /** A reply as JSON. */
    public static JsonNode json(Reply reply) {
        try {
            return JSON.readTree(Objects.requireNonNull(reply.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The refusal of an operation: status, AWS's name and message. */
    public String refusal(String method, String address, String body) {
        return refusal(() -> call(method, address, body));
    }

    /** The refusal of a call: status, AWS's name and message. */
    public static String refusal(Supplier<Reply> call) {
        try {
            call.get();
        } catch (ApiException refused) {
            return refused.status() + " " + refused.code() + ": " + refused.text();
        }
        throw new AssertionError("the call was accepted");
    }

    /** What a bean answers inside a transaction. */
    public <B, T> T with(Class<B> bean, Function<B, T> work) {
        return database.run(() -> work.apply(container.select(bean).get()));
    }

    /** A row's document as the database has it. */
    public String stored(Class<? extends DocumentRow> row, String key) {
        return database.run(() -> database.entities().find(row, key).document());
    }

    @Override
    public void close() {
        container.close();
        database.close();
    }
}
