package io.tollgate.controlplane.openapi;

import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.error.ApiException;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.error.ApiException.PayloadTooLargeException;
import io.tollgate.model.error.ApiException.ValidationException;
import io.tollgate.model.openapi.ImportOptions;
import io.tollgate.model.openapi.ImportTarget;
import io.tollgate.model.openapi.OpenApiException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What an import has in its request: a document and parameters. */
final class ImportRequest {
    private static final List<String> PARAMETERS =
            List.of("basepath", "endpointConfigurationTypes", "vpcEndpointIds", "ignore", "failonwarnings");

    private final Request request;

    ImportRequest(Request request) {
        this.request = request;
    }

    String document() {
        return new String(request.body(), StandardCharsets.UTF_8);
    }

    /** Whether what is there is replaced as a whole. */
    boolean overwrites() {
        String mode = request.parameter("mode").orElse("merge");
        if (!mode.equals("merge") && !mode.equals("overwrite")) {
            throw new ValidationException(
                    "1 validation error detected: Value '" + mode + "' at 'mode' failed to satisfy"
                            + " constraint: Member must satisfy enum value set: [merge, overwrite]");
        }
        return mode.equals("overwrite");
    }

    ImportOptions options(ImportTarget target, Instant now) {
        Map<String, String> parameters = new HashMap<>();
        for (String name : PARAMETERS) {
            request.parameter(name).ifPresent(value -> parameters.put(name, value));
        }
        request.parameter("basePath").ifPresent(value -> parameters.put("basepath", value));
        return ImportOptions.defaults(target, now).with(parameters);
    }

    /** Runs work on a document; what it refuses is refused as AWS would. */
    <T> T refusing(Supplier<T> work) {
        try {
            return work.get();
        } catch (OpenApiException refused) {
            throw refusal(refused);
        }
    }

    private ApiException refusal(OpenApiException refused) {
        String message = ImportReport.forPeople(request) ? refused.report() : String.valueOf(refused.getMessage());
        return switch (refused.reason()) {
            case TOO_LARGE -> new PayloadTooLargeException(message);
            case UNREADABLE, ERRORS, WARNINGS -> new BadRequestException(message);
        };
    }
}
