package io.tollgate.controlplane.documentation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.deployment.ApiDefinitions;
import io.tollgate.controlplane.restapi.RestApis;
import io.tollgate.controlplane.store.Ids;
import io.tollgate.controlplane.wire.Contribution;
import io.tollgate.controlplane.wire.Input;
import io.tollgate.controlplane.wire.Json;
import io.tollgate.controlplane.wire.Page;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.documentation.DocumentationPart;
import io.tollgate.model.documentation.DocumentationPartLocation;
import io.tollgate.model.error.ApiException.ConflictException;
import io.tollgate.model.error.ApiException.NotFoundException;
import io.tollgate.model.error.ApiException.ValidationException;
import io.tollgate.model.patch.PatchOperation;
import io.tollgate.model.patch.PatchTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * CreateDocumentationPart, GetDocumentationPart, GetDocumentationParts, UpdateDocumentationPart,
 * DeleteDocumentationPart.
 */
@ApplicationScoped
public class DocumentationPartOperations implements Contribution {
    private static final PatchTable<ObjectNode> PATCH = new PatchTable<ObjectNode>(PatchTable.Family.LISTING)
            .replace("/properties", (draft, key, value) -> draft.put("properties", PartInput.properties(value)));

    private final RestApis apis;
    private final ApiDefinitions definitions;
    private final DocumentationParts parts;
    private final Ids ids;

    /** Operations on these parts. */
    @Inject
    public DocumentationPartOperations(RestApis apis, ApiDefinitions definitions, DocumentationParts parts, Ids ids) {
        this.apis = apis;
        this.definitions = definitions;
        this.parts = parts;
        this.ids = ids;
    }

    @Override
    public Map<String, Function<Request, Reply>> operations() {
        return Map.of(
                "CreateDocumentationPart", this::create,
                "GetDocumentationPart", request -> Reply.of(require(request)),
                "GetDocumentationParts", this::list,
                "UpdateDocumentationPart", this::update,
                "DeleteDocumentationPart", this::delete);
    }

    private Reply create(Request request) {
        Input input = request.input();
        PartInput.validate(input);
        String apiId = request.at("restapi_id");
        apis.require(apiId);
        DocumentationPartLocation location =
                PartInput.location(input.object("location").orElseThrow());
        String properties = PartInput.properties(input.text("properties"));
        List<DocumentationPart> known = parts.all(apiId);
        if (known.stream().anyMatch(part -> part.location().normal().equals(location.normal()))) {
            throw new ConflictException(
                    "Documentation part already exists for the specified location: " + PartInput.words(location));
        }
        parts.checkRoom(known.size() + 1);
        DocumentationPart part = new DocumentationPart(ids.six(), location, properties);
        parts.put(apiId, part);
        return Reply.of(part);
    }

    private DocumentationPart require(Request request) {
        return parts.find(request.at("restapi_id"), request.at("part_id"))
                .orElseThrow(() -> new NotFoundException("Invalid Documentation part identifier specified"));
    }

    private Reply list(Request request) {
        String apiId = request.at("restapi_id");
        apis.require(apiId);
        String status = request.parameter("locationStatus").orElse("DOCUMENTED");
        if (!status.equals("DOCUMENTED") && !status.equals("UNDOCUMENTED")) {
            throw new ValidationException("1 validation error detected: Value '" + status + "' at 'locationStatus'"
                    + " failed to satisfy constraint: Member must satisfy enum value set: [UNDOCUMENTED, DOCUMENTED]");
        }
        PartFilter filter = PartFilter.of(request);
        if (status.equals("DOCUMENTED")) {
            List<DocumentationPart> found = parts.all(apiId).stream()
                    .filter(part -> filter.takes(part.location()))
                    .toList();
            return Reply.of(Page.of(found, DocumentationPart::id, request));
        }
        return Reply.of(Page.of(undocumented(apiId, filter), part -> PartInput.words(part.location()), request));
    }

    /** Entities without a part of their own: parts with neither id nor properties. */
    private List<UndocumentedPart> undocumented(String apiId, PartFilter filter) {
        Set<DocumentationPartLocation> documented =
                parts.all(apiId).stream().map(part -> part.location().normal()).collect(Collectors.toSet());
        return DocumentedEntities.of(definitions.load(apiId)).stream()
                .filter(location -> filter.takes(location) && !documented.contains(location.normal()))
                .map(UndocumentedPart::new)
                .sorted(Comparator.comparing(part -> PartInput.words(part.location())))
                .toList();
    }

    /** The place where a part could be. */
    record UndocumentedPart(DocumentationPartLocation location) {}

    private Reply update(Request request) {
        List<PatchOperation> operations = request.patchOperations();
        DocumentationPart changed = Json.patched(require(request), DocumentationPart.class, PATCH, operations);
        parts.put(request.at("restapi_id"), changed);
        return Reply.of(changed);
    }

    private Reply delete(Request request) {
        DocumentationPart part = require(request);
        parts.delete(request.at("restapi_id"), part.id());
        return Reply.empty();
    }
}
