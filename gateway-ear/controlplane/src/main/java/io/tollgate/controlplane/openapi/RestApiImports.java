package io.tollgate.controlplane.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.deployment.ApiDefinitions;
import io.tollgate.controlplane.documentation.DocumentationParts;
import io.tollgate.controlplane.restapi.RestApiView;
import io.tollgate.controlplane.store.Ids;
import io.tollgate.controlplane.store.Installation;
import io.tollgate.controlplane.tags.Tags;
import io.tollgate.controlplane.vpclink.VpcLinks;
import io.tollgate.controlplane.wire.Contribution;
import io.tollgate.controlplane.wire.Json;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.documentation.DocumentationPart;
import io.tollgate.model.openapi.DocumentationMerge;
import io.tollgate.model.openapi.ImportOptions;
import io.tollgate.model.openapi.ImportResult;
import io.tollgate.model.openapi.ImportTarget;
import io.tollgate.model.openapi.OpenApiImport;
import io.tollgate.model.openapi.OpenApiImport.DocumentationImport;
import io.tollgate.model.restapi.ApiDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** ImportRestApi, PutRestApi, ImportDocumentationParts. */
@ApplicationScoped
public class RestApiImports implements Contribution {
    private final ApiDefinitions definitions;
    private final DefinitionStore store;
    private final DocumentationParts parts;
    private final Tags tags;
    private final Ids ids;
    private final Clock clock;
    private final Installation installation;
    private final VpcLinks links;

    /** Imports into these. */
    @Inject
    public RestApiImports(
            ApiDefinitions definitions,
            DefinitionStore store,
            DocumentationParts parts,
            Tags tags,
            Ids ids,
            Clock clock,
            Installation installation,
            VpcLinks links) {
        this.links = links;
        this.definitions = definitions;
        this.store = store;
        this.parts = parts;
        this.tags = tags;
        this.ids = ids;
        this.clock = clock;
        this.installation = installation;
    }

    @Override
    public Map<String, Function<Request, Reply>> operations() {
        return Map.of(
                "ImportRestApi", this::create,
                "PutRestApi", this::put,
                "ImportDocumentationParts", this::documentation);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private Reply create(Request request) {
        String apiId = ids.ten();
        ImportResult result = read(request, apiId);
        ApiDefinition definition = new ImportRequest(request).refusing(() -> result.create(ids::six));
        store.insert(definition);
        parts.replace(apiId, DocumentationMerge.overwrite(List.of(), result.documentation(), ids::six));
        ObjectNode answer = RestApiView.of(tags.created(definition.restApi(), "/restapis/" + apiId));
        return ImportReport.of(request, answer, definition, result.warnings());
    }

    private Reply put(Request request) {
        String apiId = request.at("restapi_id");
        ApiDefinition old = definitions.load(apiId);
        ImportRequest input = new ImportRequest(request);
        boolean overwrites = input.overwrites();
        ImportResult result = read(request, apiId);
        ApiDefinition definition =
                input.refusing(() -> overwrites ? result.overwrite(old, ids::six) : result.mergeInto(old, ids::six));
        store.update(old, definition);
        document(apiId, result.documentation(), overwrites && !ignoresDocumentation(request));
        ObjectNode answer = RestApiView.of(tags.shown(definition.restApi(), "/restapis/" + apiId));
        return ImportReport.of(request, answer, definition, result.warnings());
    }

    private static boolean ignoresDocumentation(Request request) {
        return request.parameter("ignore").isPresent();
    }

    private Reply documentation(Request request) {
        String apiId = request.at("restapi_id");
        definitions.load(apiId);
        ImportRequest input = new ImportRequest(request);
        boolean overwrites = input.overwrites();
        DocumentationImport read = input.refusing(() -> {
            ImportOptions options = input.options(target(apiId), now());
            return OpenApiImport.readDocumentation(input.document(), options);
        });
        List<DocumentationPart> all = document(apiId, read.parts(), overwrites);
        ObjectNode answer = Json.draft(Map.of());
        ArrayNode written = answer.putArray("ids");
        all.stream()
                .filter(part -> read.parts().stream()
                        .anyMatch(one ->
                                one.location().normal().equals(part.location().normal())))
                .forEach(part -> written.add(part.id()));
        return ImportReport.json(answer, read.warnings());
    }

    private List<DocumentationPart> document(String apiId, List<DocumentationPart> imported, boolean overwrites) {
        List<DocumentationPart> known = parts.all(apiId);
        List<DocumentationPart> all = overwrites
                ? DocumentationMerge.overwrite(known, imported, ids::six)
                : DocumentationMerge.merge(known, imported, ids::six);
        parts.replace(apiId, all);
        return all;
    }

    private ImportTarget target(String apiId) {
        return ImportTarget.of(apiId, installation.accountId(), installation.region())
                .withVpcLinks(links::exists);
    }

    private ImportResult read(Request request, String apiId) {
        ImportRequest input = new ImportRequest(request);
        return input.refusing(() -> OpenApiImport.read(input.document(), input.options(target(apiId), now())));
    }
}
