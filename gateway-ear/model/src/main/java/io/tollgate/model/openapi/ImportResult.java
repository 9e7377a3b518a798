package io.tollgate.model.openapi;

import io.tollgate.model.documentation.DocumentationPart;
import io.tollgate.model.restapi.ApiDefinition;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a document describes, before it has become an API or part of one.
 *
 * @param settings what the document says about the API itself
 * @param draft the API with natural ids: a resource's is its path, those of authorizers, validators and models their
 *     names; equal drafts are equal APIs
 * @param documentation the documentation parts, without ids
 * @param warnings what was left out or changed
 */
public record ImportResult(
        ImportedSettings settings, ApiDefinition draft, List<DocumentationPart> documentation, List<Finding> warnings) {

    /** Copies the lists. */
    public ImportResult {
        documentation = List.copyOf(documentation);
        warnings = List.copyOf(warnings);
    }

    /** A new API (ImportRestApi); every id comes from the supplier. */
    public ApiDefinition create(Supplier<String> ids) {
        if (settings.name() == null || settings.name().isBlank()) {
            throw OpenApiException.parameter("API name must be non-empty");
        }
        return new Identities(null, ids).of(draft);
    }

    /** An existing API with what the document describes in place of what bears the same names (PutRestApi, merge). */
    public ApiDefinition mergeInto(ApiDefinition existing, Supplier<String> ids) {
        return DefinitionMerge.merge(existing, new Identities(existing, ids).of(draft), settings);
    }

    /** The document's API in place of an existing one, whose ids stay where names do (PutRestApi, overwrite). */
    public ApiDefinition overwrite(ApiDefinition existing, Supplier<String> ids) {
        return DefinitionMerge.overwrite(existing, new Identities(existing, ids).of(draft), settings);
    }

    /** The warnings as AWS lists them. */
    public List<String> warningMessages() {
        return warnings.stream().map(Finding::message).distinct().toList();
    }
}
