package io.tollgate.dataplane.gateway;

import io.tollgate.dataplane.limit.Concurrency;
import io.tollgate.dataplane.limit.Level;
import io.tollgate.dataplane.live.LiveMethod;
import io.tollgate.dataplane.live.LiveStage;
import io.tollgate.dataplane.live.Side;
import io.tollgate.dataplane.plan.LivePlans.Admission;
import io.tollgate.dataplane.template.Overrides;
import io.tollgate.spi.exchange.Exchange;
import io.tollgate.spi.exchange.QueryParameters;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import io.tollgate.spi.integration.IntegrationRequest;
import io.tollgate.spi.integration.IntegrationResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call on its way: what came in, where it was routed to, and what the steps have found. One thread at a time works
 * on it.
 */
public final class Call implements Exchange {
    private final Incoming incoming;
    private final String requestId;
    private final String extendedRequestId;
    private final String traceRoot;
    private final long arrivedMillis;
    private final long arrivedNanos;
    private Trace trace = Trace.NONE;

    private String requestPath = "/";
    private String resourceRequestPath = "/";
    private @Nullable LiveStage stage;
    private @Nullable LiveMethod method;
    private Side side = Side.BASE;
    private String verb;
    private Map<String, String> pathParameters = Map.of();
    private @Nullable QueryParameters query;

    private Body body;
    private byte @Nullable [] bodyBytes;
    private final Map<String, Object> authorizer = new HashMap<>(0);
    private @Nullable String usageIdentifierKey;
    private @Nullable Admission admission;
    private @Nullable String apiKey;
    private @Nullable String apiKeyId;
    private Concurrency.@Nullable Permit permit;
    private @Nullable Level level;
    private @Nullable Overrides overrides;
    private @Nullable Rejection rejection;
    private @Nullable IntegrationRequest outgoing;
    private @Nullable IntegrationResponse integrationResponse;
    private long integrationNanos = -1;
    private @Nullable Answer answer;

    /** A call that has just arrived. */
    public Call(Incoming incoming, RequestIds ids, long nowMillis, long nowNanos) {
        this.incoming = incoming;
        String own = incoming.headers().get("x-amzn-RequestId");
        this.requestId = own != null && RequestIds.isUuid(own) ? own : ids.requestId();
        this.extendedRequestId = ids.extendedRequestId();
        this.traceRoot = ids.traceRoot(nowMillis / 1000);
        this.arrivedMillis = nowMillis;
        this.arrivedNanos = nowNanos;
        String override = incoming.headers().get("X-HTTP-Method-Override");
        this.verb = override == null ? incoming.method() : override;
        this.body = incoming.body();
    }

    /** What the listener handed in. */
    public Incoming incoming() {
        return incoming;
    }

    /** The watcher of this call. */
    public Trace trace() {
        return trace;
    }

    /** Lets a watcher see the steps. */
    public void watch(Trace watcher) {
        this.trace = watcher;
    }

    /** Records which API, stage and path are meant. */
    public void addressed(LiveStage target, String path, String resourcePath, Side chosen) {
        this.stage = target;
        this.requestPath = path;
        this.resourceRequestPath = resourcePath;
        this.side = chosen;
    }

    /** Records the matched method. */
    public void routed(LiveMethod target, Map<String, String> variables) {
        this.method = target;
        this.pathParameters = variables;
    }

    /** The stage, or null while the call is not addressed. */
    public @Nullable LiveStage liveStage() {
        return stage;
    }

    /** The stage of an addressed call. */
    public LiveStage requireStage() {
        return Objects.requireNonNull(stage, "the call is not addressed");
    }

    /** The method of a routed call. */
    public LiveMethod requireMethod() {
        return Objects.requireNonNull(method, "the call is not routed");
    }

    /** The method, or null while the call is not routed. */
    public @Nullable LiveMethod liveMethod() {
        return method;
    }

    /** Whether the canary's deployment serves this call. */
    public boolean canary() {
        return side.canary();
    }

    /** Which side of the stage serves this call. */
    public Side side() {
        return side;
    }

    /** The request body that will go to the integration. */
    public Body body() {
        return body;
    }

    /** Replaces the request body. */
    public void body(Body replacement) {
        this.body = replacement;
    }

    /** The request body's bytes once a step has read them, or null. */
    public byte @Nullable [] bodyBytes() {
        return bodyBytes;
    }

    /** Keeps the request body's bytes; the body becomes these bytes. */
    public void bodyBytes(byte[] bytes) {
        this.bodyBytes = bytes;
        this.body = Body.of(bytes);
    }

    /** What mapping templates have overridden so far; made when first asked for. */
    public Overrides overrides() {
        if (overrides == null) {
            overrides = new Overrides();
        }
        return overrides;
    }

    /** What mapping templates have overridden, or null if none has. */
    public @Nullable Overrides overridesOrNull() {
        return overrides;
    }

    /** Values of {@code $context.authorizer}; steps add to it. */
    public Map<String, Object> authorizer() {
        return authorizer;
    }

    /** Records the API key's value that an authorizer gave. */
    public void usageIdentifierKey(String value) {
        this.usageIdentifierKey = value;
    }

    /** The API key's value that an authorizer gave, or null. */
    public @Nullable String usageIdentifierKey() {
        return usageIdentifierKey;
    }

    /** Records the key that was accepted, its value and its plan. */
    public void admitted(Admission accepted, String value) {
        this.admission = accepted;
        this.apiKey = value;
        this.apiKeyId = accepted.key().id();
    }

    /** Records that this is a test call: it has the key that AWS makes up for these. */
    void tested() {
        this.apiKey = "test-invoke-api-key";
        this.apiKeyId = "test-invoke-api-key-id";
    }

    /** The accepted key and its plan, or null if the method needs none. */
    public @Nullable Admission admission() {
        return admission;
    }

    /** The accepted key and its plan, where a key was asked for. */
    public Admission requireAdmission() {
        return Objects.requireNonNull(admission, "no key was asked for");
    }

    /** The accepted API key's value, or null. */
    public @Nullable String apiKey() {
        return apiKey;
    }

    /** The accepted API key's id, or null. */
    @Nullable String apiKeyId() {
        return apiKeyId;
    }

    /** Records the limit that the caller is to be told of. */
    public void level(@Nullable Level met) {
        this.level = met;
    }

    /** The limit that the caller is to be told of, or null. */
    @Nullable Level level() {
        return level;
    }

    /** Records that the call is one of those that may be in progress at once. */
    public void permit(Concurrency.Permit held) {
        this.permit = held;
    }

    /** What must be closed when the call is over, or null. */
    Concurrency.@Nullable Permit permit() {
        return permit;
    }

    /** Why the call was rejected, or null. */
    public @Nullable Rejection rejection() {
        return rejection;
    }

    void rejected(Rejection why) {
        this.rejection = why;
    }

    /** What the integration gets, once it is mapped. */
    public IntegrationRequest requireOutgoing() {
        return Objects.requireNonNull(outgoing, "the request is not mapped");
    }

    /** What the integration gets, or null while the request is not mapped. */
    public @Nullable IntegrationRequest outgoing() {
        return outgoing;
    }

    /** Keeps what the integration gets. */
    public void outgoing(IntegrationRequest mapped) {
        this.outgoing = mapped;
    }

    /** The backend's answer, or null. */
    public @Nullable IntegrationResponse integrationResponse() {
        return integrationResponse;
    }

    /** The backend's answer once there is one. */
    public IntegrationResponse requireIntegrationResponse() {
        return Objects.requireNonNull(integrationResponse, "the integration has not answered");
    }

    /** Keeps the backend's answer and how long it took. */
    public void integrated(IntegrationResponse response, long nanos) {
        this.integrationResponse = response;
        this.integrationNanos = nanos;
    }

    /** How long the integration took in nanoseconds, -1 if it was not called. */
    public long integrationNanos() {
        return integrationNanos;
    }

    /** The answer, or null while there is none. */
    public @Nullable Answer answer() {
        return answer;
    }

    /** Sets the answer. */
    public void answer(Answer complete) {
        this.answer = complete;
    }

    /** Arrival in epoch milliseconds. */
    public long arrivedMillis() {
        return arrivedMillis;
    }

    /** Arrival on the monotonic clock. */
    public long arrivedNanos() {
        return arrivedNanos;
    }

    /** The value of {@code X-Amzn-Trace-Id} that the integration gets: the client's if it sent one. */
    public String traceHeader() {
        String sent = incoming.headers().get("X-Amzn-Trace-Id");
        return sent == null ? "Root=" + traceRoot : sent;
    }

    @Override
    public String requestId() {
        return requestId;
    }

    @Override
    public String extendedRequestId() {
        return extendedRequestId;
    }

    @Override
    public String method() {
        return verb;
    }

    @Override
    public String requestPath() {
        return requestPath;
    }

    @Override
    public String resourceRequestPath() {
        return resourceRequestPath;
    }

    @Override
    public String rawQuery() {
        return incoming.rawQuery();
    }

    @Override
    public QueryParameters query() {
        if (query == null) {
            query = QueryParameters.parse(incoming.rawQuery());
        }
        return query;
    }

    @Override
    public Headers headers() {
        return incoming.headers();
    }

    @Override
    public String apiId() {
        return requireStage().apiId();
    }

    @Override
    public String stage() {
        return requireStage().name();
    }

    @Override
    public String resourceId() {
        return requireMethod().resourceId();
    }

    @Override
    public String resourcePath() {
        return requireMethod().resourcePath();
    }

    @Override
    public Map<String, String> pathParameters() {
        return pathParameters;
    }

    @Override
    public Map<String, String> stageVariables() {
        return requireStage().variables(side.canary());
    }

    @Override
    public @Nullable Object context(String name) {
        return ContextValues.of(this, name);
    }
}
