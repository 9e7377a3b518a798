package io.tollgate.model.openapi;

import io.tollgate.model.documentation.DocumentationPart;
import io.tollgate.model.openapi.document.SourceDocument;
import io.tollgate.model.openapi.document.UnreadableDocumentException;
import io.tollgate.model.openapi.reading.DefinitionReader;
import io.tollgate.model.openapi.reading.Dialect;
import java.util.List;

/** Reads OpenAPI documents: Swagger 2.0, OpenAPI 3.0 and 3.1, JSON or YAML, with API Gateway's extensions. */
public final class OpenApiImport {
    private static final String INVALID = "Invalid OpenAPI input.";
    private static final String INVALID_DOCUMENTATION = "Unable to build importer with provided input.";

    private OpenApiImport() {}

    /**
     * The API that a document describes (ImportRestApi, PutRestApi).
     *
     * @throws OpenApiException if it is refused
     */
    public static ImportResult read(String document, ImportOptions options) {
        SourceDocument source = source(document, options.target(), INVALID);
        return new DefinitionReader(source, dialect(source, INVALID), options).read();
    }

    /**
     * The documentation parts that a document describes, without ids (ImportDocumentationParts).
     *
     * @throws OpenApiException if it is refused
     */
    public static DocumentationImport readDocumentation(String document, ImportOptions options) {
        SourceDocument source = source(document, options.target(), INVALID_DOCUMENTATION);
        return DefinitionReader.documentation(source, dialect(source, INVALID_DOCUMENTATION), options);
    }

    /**
     * Documentation without an API.
     *
     * @param parts the parts, without ids
     * @param warnings what was left out
     */
    public record DocumentationImport(List<DocumentationPart> parts, List<Finding> warnings) {

        /** Copies the lists. */
        public DocumentationImport {
            parts = List.copyOf(parts);
            warnings = List.copyOf(warnings);
        }
    }

    private static SourceDocument source(String document, ImportTarget target, String refusal) {
        if (SourceDocument.tooLarge(document)) {
            throw OpenApiException.tooLarge();
        }
        try {
            return SourceDocument.read(variables(document, target));
        } catch (UnreadableDocumentException e) {
            throw OpenApiException.unreadable(
                    refusal, new Finding(Finding.Severity.ERROR, String.valueOf(e.getMessage()), e.line()));
        }
    }

    /** AWS variables may stand anywhere in a document. */
    private static String variables(String document, ImportTarget target) {
        return document.contains("${AWS::")
                ? document.replace("${AWS::AccountId}", target.accountId())
                        .replace("${AWS::Region}", target.region())
                        .replace("${AWS::Partition}", target.partition())
                : document;
    }

    private static Dialect dialect(SourceDocument source, String refusal) {
        return Dialect.of(source.root())
                .orElseThrow(() -> OpenApiException.unreadable(
                        refusal,
                        new Finding(
                                Finding.Severity.ERROR,
                                "Neither swagger: \"2.0\" nor openapi: \"3.0.x\" or \"3.1.x\" at the root",
                                1)));
    }
}
