package io.tollgate.model.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.model.openapi.document.PrettyJson;
import io.tollgate.model.openapi.document.YamlWriter;
import io.tollgate.model.openapi.writing.DocumentWriter;
import io.tollgate.model.restapi.ApiDefinition;
import io.tollgate.model.stage.Stage;

/** Writes a stage's API as an OpenAPI document (GetExport). */
public final class OpenApiExport {
    private OpenApiExport() {}

    /**
     * A document with the headers it is sent with.
     *
     * @param body the document
     * @param contentType the Content-Type
     * @param contentDisposition the Content-Disposition
     */
    public record Exported(String body, String contentType, String contentDisposition) {}

    /** The document of what is deployed on a stage. */
    public static Exported write(ApiDefinition definition, Stage stage, ExportOptions options) {
        ObjectNode root = new DocumentWriter(definition, stage.stageName(), options).write();
        String name = options.type().wireName() + "_"
                + root.path("info").path("version").asText() + (options.yaml() ? ".yaml" : ".json");
        return new Exported(
                options.yaml() ? YamlWriter.write(root) : PrettyJson.write(root),
                "application/octet-stream",
                "attachment; filename=\"" + name.replaceAll("[\\p{Cntrl}\"\\\\]", "_") + "\"");
    }
}
