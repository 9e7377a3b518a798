package io.tollgate.dataplane.gateway;

import io.tollgate.dataplane.live.LiveMethod;
import io.tollgate.dataplane.live.LiveStage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The values of {@code $context} by their dotted names (vtl.md 3). */
final class ContextValues {
    private static final DateTimeFormatter REQUEST_TIME = DateTimeFormatter.ofPattern(
                    "dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private ContextValues() {}

    static @Nullable Object of(Call call, String name) {
        if (name.startsWith("identity.")) {
            return identity(call, name.substring("identity.".length()));
        }
        if (name.startsWith("authorizer.")) {
            return call.authorizer().get(name.substring("authorizer.".length()));
        }
        if (name.startsWith("error.")) {
            return error(call, name.substring("error.".length()));
        }
        return switch (name) {
            case "requestId" -> call.requestId();
            case "extendedRequestId" -> call.extendedRequestId();
            case "httpMethod" -> call.method();
            case "path" -> call.requestPath();
            case "protocol" -> "HTTP/1.1";
            case "requestTime" -> REQUEST_TIME.format(Instant.ofEpochMilli(call.arrivedMillis()));
            case "requestTimeEpoch" -> call.arrivedMillis();
            case "domainName" -> domainName(call);
            case "domainPrefix" -> domainPrefix(call);
            case "authorizer" -> call.authorizer();
            default -> ofTarget(call, name);
        };
    }

    private static @Nullable Object ofTarget(Call call, String name) {
        LiveStage stage = call.liveStage();
        LiveMethod method = call.liveMethod();
        return switch (name) {
            case "apiId" -> stage == null ? null : stage.apiId();
            case "accountId" -> stage == null ? null : stage.accountId();
            case "stage" -> stage == null ? null : stage.name();
            case "deploymentId" -> stage == null ? null : stage.deploymentId(call.canary());
            case "isCanaryRequest" -> (stage == null || !stage.hasCanary()) ? null : call.canary();
            case "resourceId" -> method == null ? null : method.resourceId();
            case "resourcePath" -> method == null ? null : method.resourcePath();
            case "operationName" -> method == null ? null : method.operationName();
            case "xrayTraceId" -> call.traceHeader();
            default -> null;
        };
    }

    private static @Nullable Object identity(Call call, String name) {
        return switch (name) {
            case "sourceIp" -> call.incoming().remoteAddress();
            case "userAgent" -> call.headers().get("User-Agent");
            case "apiKey" -> call.apiKey();
            case "apiKeyId" -> call.apiKeyId();
            default -> null;
        };
    }

    private static @Nullable Object error(Call call, String name) {
        Rejection rejection = call.rejection();
        if (rejection == null) {
            return null;
        }
        return switch (name) {
            case "message" -> rejection.message();
            case "messageString" -> rejection.message() == null ? null : JsonText.quote(rejection.message());
            case "responseType" -> rejection.type().name();
            case "validationErrorString" -> escaped(rejection.validationError());
            default -> null;
        };
    }

    /** AWS escapes this text, so that templates can put it in quotes. */
    private static @Nullable String escaped(@Nullable String text) {
        String quoted = text == null ? null : JsonText.quote(text);
        return quoted == null ? null : quoted.substring(1, quoted.length() - 1);
    }

    private static String domainName(Call call) {
        String host = call.incoming().host();
        int colon = host.lastIndexOf(':');
        return colon < 0 || host.endsWith("]") ? host : host.substring(0, colon);
    }

    private static String domainPrefix(Call call) {
        String name = domainName(call);
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
