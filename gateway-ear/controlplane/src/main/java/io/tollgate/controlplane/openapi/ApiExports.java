package io.tollgate.controlplane.openapi;

import io.tollgate.controlplane.deployment.ApiDefinitions;
import io.tollgate.controlplane.deployment.Deployments;
import io.tollgate.controlplane.documentation.DocumentationVersions;
import io.tollgate.controlplane.stage.Stages;
import io.tollgate.controlplane.store.Installation;
import io.tollgate.controlplane.wire.Contribution;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.documentation.DocumentationSnapshot;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.error.ApiException.NotFoundException;
import io.tollgate.model.openapi.ExportExtension;
import io.tollgate.model.openapi.ExportOptions;
import io.tollgate.model.openapi.ExportType;
import io.tollgate.model.openapi.OpenApiExport;
import io.tollgate.model.openapi.OpenApiExport.Exported;
import io.tollgate.model.restapi.ApiDefinition;
import io.tollgate.model.stage.Deployment;
import io.tollgate.model.stage.Stage;
import io.tollgate.spi.http.Headers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** GetExport: what a stage serves, as an OpenAPI document. */
@ApplicationScoped
public class ApiExports implements Contribution {
    private final Stages stages;
    private final Deployments deployments;
    private final ApiDefinitions definitions;
    private final DocumentationVersions versions;
    private final Installation installation;

    /** Exports these. */
    @Inject
    public ApiExports(
            Stages stages,
            Deployments deployments,
            ApiDefinitions definitions,
            DocumentationVersions versions,
            Installation installation) {
        this.stages = stages;
        this.deployments = deployments;
        this.definitions = definitions;
        this.versions = versions;
        this.installation = installation;
    }

    @Override
    public Map<String, Function<Request, Reply>> operations() {
        return Map.of("GetExport", this::export);
    }

    private Reply export(Request request) {
        String apiId = request.at("restapi_id");
        Stage stage = stages.find(apiId, request.at("stage_name"))
                .orElseThrow(() -> new NotFoundException("Invalid stage identifier specified"));
        ApiDefinition definition = definitions
                .frozen(apiId, stage.deploymentId())
                .orElseThrow(() -> new NotFoundException("Invalid Deployment identifier specified"));
        ExportOptions options = new ImportRequest(request).refusing(() -> options(request, apiId, stage));
        Exported exported = OpenApiExport.write(definition, stage, options);
        return new Reply(
                exported.body().getBytes(StandardCharsets.UTF_8),
                Headers.of(
                        "Content-Type", exported.contentType(), "Content-Disposition", exported.contentDisposition()));
    }

    private ExportOptions options(Request request, String apiId, Stage stage) {
        String type = request.at("export_type");
        String accept = Objects.requireNonNullElse(request.headers().get("Accept"), "");
        return new ExportOptions(
                ExportType.of(type)
                        .orElseThrow(() -> new BadRequestException(
                                "Invalid export type '" + type + "' specified. Supported are oas30,swagger")),
                accept.contains("yaml"),
                ExportExtension.of(request.parameter("extensions").orElse(null)),
                apiId + ".execute-api." + installation.region() + ".amazonaws.com",
                deployments
                        .find(apiId, stage.deploymentId())
                        .map(Deployment::createdDate)
                        .orElse(Instant.EPOCH),
                documentation(apiId, stage));
    }

    private @Nullable DocumentationSnapshot documentation(String apiId, Stage stage) {
        String version = stage.documentationVersion();
        return version == null ? null : versions.find(apiId, version).orElse(null);
    }
}
