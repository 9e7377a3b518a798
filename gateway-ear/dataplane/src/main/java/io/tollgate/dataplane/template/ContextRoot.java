package io.tollgate.dataplane.template;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code $context}: values are looked up by their dotted names when they are asked for; overrides are maps that a template
 * fills. Whatever else a template puts here stays for the response template. A template that walks through it, or prints
 * it, finds all that has a value.
 */
final class ContextRoot extends LinkedHashMap<String, @Nullable Object> {
    private static final long serialVersionUID = 1L;
    private static final Set<String> NESTED =
            Set.of("identity", "authorizer", "error", "clientCert", "validity", "claims");

    /** The names of vtl.md 3.1 by what stands before them; an authorizer has its own. */
    private static final Map<String, List<String>> KNOWN = Map.of(
            "",
            List.of(
                    "accountId",
                    "apiId",
                    "authorizer",
                    "awsEndpointRequestId",
                    "deploymentId",
                    "domainName",
                    "domainPrefix",
                    "extendedRequestId",
                    "httpMethod",
                    "identity",
                    "isCanaryRequest",
                    "operationName",
                    "path",
                    "protocol",
                    "requestId",
                    "requestTime",
                    "requestTimeEpoch",
                    "resourceId",
                    "resourcePath",
                    "stage",
                    "wafResponseCode",
                    "webaclArn"),
            "identity.",
            List.of(
                    "accessKey",
                    "accountId",
                    "apiKey",
                    "apiKeyId",
                    "caller",
                    "cognitoAuthenticationProvider",
                    "cognitoAuthenticationType",
                    "cognitoIdentityId",
                    "cognitoIdentityPoolId",
                    "principalOrgId",
                    "sourceIp",
                    "user",
                    "userAgent",
                    "userArn",
                    "vpcId",
                    "vpceId"));

    private final transient Function<String, @Nullable Object> values;
    private final String prefix;
    private boolean complete;

    ContextRoot(Function<String, @Nullable Object> values, String prefix) {
        this.values = values;
        this.prefix = prefix;
    }

    @Override
    public @Nullable Object get(Object key) {
        Object own = super.get(key);
        if (own != null) {
            return own;
        }
        String name = prefix + key;
        if (key instanceof String text && NESTED.contains(text)) {
            ContextRoot nested = new ContextRoot(values, name + ".");
            super.put(text, nested);
            return nested;
        }
        return values.apply(name);
    }

    @Override
    public boolean containsKey(Object key) {
        return get(key) != null;
    }

    /** Makes entries of all that has a value; what a template has put here stays. */
    private void complete() {
        if (complete) {
            return;
        }
        complete = true;
        for (String name : names()) {
            Object value = get(name);
            if (value != null) {
                super.putIfAbsent(name, value);
            }
        }
    }

    private Collection<String> names() {
        Object whole = prefix.isEmpty() ? null : values.apply(prefix.substring(0, prefix.length() - 1));
        return whole instanceof Map<?, ?> own
                ? own.keySet().stream().map(String::valueOf).sorted().toList()
                : KNOWN.getOrDefault(prefix, List.of());
    }

    @Override
    public Set<String> keySet() {
        complete();
        return super.keySet();
    }

    @Override
    public Collection<@Nullable Object> values() {
        complete();
        return super.values();
    }

    @Override
    public Set<Map.Entry<String, @Nullable Object>> entrySet() {
        complete();
        return super.entrySet();
    }

    @Override
    public int size() {
        complete();
        return super.size();
    }

    @Override
    public boolean isEmpty() {
        complete();
        return super.isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
