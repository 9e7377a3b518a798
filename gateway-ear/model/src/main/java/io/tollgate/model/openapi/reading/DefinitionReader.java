package io.tollgate.model.openapi.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.model.documentation.DocumentationPart;
import io.tollgate.model.documentation.DocumentationPartType;
import io.tollgate.model.openapi.Finding;
import io.tollgate.model.openapi.ImportOptions;
import io.tollgate.model.openapi.ImportResult;
import io.tollgate.model.openapi.ImportedSettings;
import io.tollgate.model.openapi.OpenApiImport.DocumentationImport;
import io.tollgate.model.openapi.document.SourceDocument;
import io.tollgate.model.restapi.ApiDefinition;
import io.tollgate.model.restapi.EndpointConfiguration;
import io.tollgate.model.restapi.RequestValidator;
import io.tollgate.model.restapi.Resource;
import io.tollgate.model.restapi.RestApi;
import java.util.List;
import java.util.Objects;

/** Reads a whole document, in the order in which things refer to each other. */
public final class DefinitionReader {
    private final Reading reading;

    /** Takes a document of a known dialect. */
    public DefinitionReader(SourceDocument document, Dialect dialect, ImportOptions options) {
        this.reading = new Reading(document, dialect, options);
    }

    /**
     * The API that the document describes.
     *
     * @throws io.tollgate.model.openapi.OpenApiException if it is refused
     */
    public ImportResult read() {
        expect("info.title", reading.root().path("info").path("title"));
        expect("paths", reading.root().path("paths"));
        ImportedSettings settings = new SettingsReader(reading).read();
        reading.notes().take(DocumentationPartType.API, reading.root(), null);
        ModelsReader models = new ModelsReader(reading);
        models.read();
        SecurityReader security = new SecurityReader(reading);
        security.read();
        List<RequestValidator> validators = ValidatorsReader.read(reading);
        MethodReader methods = new MethodReader(reading, models, security, validators);
        List<Resource> resources = new PathsReader(reading, methods, BasePaths.prefix(reading)).read();
        ApiDefinition draft = new ApiDefinition(
                restApi(settings),
                resources,
                models.models(),
                validators,
                security.authorizers(),
                GatewayResponsesReader.read(reading));
        List<DocumentationPart> documentation = documentation();
        List<Finding> warnings = reading.report().conclude(reading.options().failOnWarnings());
        return new ImportResult(settings, draft, documentation, warnings);
    }

    /** The documentation parts of a document, whatever else it describes. */
    public static DocumentationImport documentation(SourceDocument document, Dialect dialect, ImportOptions options) {
        DefinitionReader reader = new DefinitionReader(document, dialect, options);
        JsonNode extension = reader.reading.root().path(DocumentationReader.EXTENSION);
        List<DocumentationPart> parts = new DocumentationReader(reader.reading).read(extension);
        return new DocumentationImport(parts, reader.reading.report().conclude(options.failOnWarnings()));
    }

    /** The documentation of the document only: that of its extension, else what its standard members say. */
    private List<DocumentationPart> documentation() {
        if (reading.options().ignoreDocumentation()) {
            return List.of();
        }
        JsonNode extension = reading.root().path(DocumentationReader.EXTENSION);
        return extension.isObject()
                ? new DocumentationReader(reading).read(extension)
                : reading.notes().parts();
    }

    private void expect(String attribute, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            reading.report().warn("Parse issue: attribute " + attribute + " is missing", 1);
        }
    }

    private RestApi restApi(ImportedSettings settings) {
        String type = Objects.requireNonNullElse(settings.endpointType(), "EDGE");
        String ipAddressType = type.equals("PRIVATE") ? "dualstack" : "ipv4";
        return new RestApi(
                reading.options().target().apiId(),
                Objects.requireNonNullElse(settings.name(), ""),
                settings.description(),
                reading.options().now(),
                settings.version(),
                settings.binaryMediaTypes(),
                settings.minimumCompressionSize(),
                Objects.requireNonNullElse(settings.apiKeySource(), "HEADER"),
                new EndpointConfiguration(
                        List.of(type),
                        Objects.requireNonNullElse(settings.ipAddressType(), ipAddressType),
                        settings.vpcEndpointIds()),
                settings.policy(),
                Boolean.TRUE.equals(settings.disableExecuteApiEndpoint()),
                "/",
                settings.securityPolicy(),
                settings.endpointAccessMode());
    }
}
