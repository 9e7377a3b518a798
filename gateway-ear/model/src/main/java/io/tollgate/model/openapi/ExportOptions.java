package io.tollgate.model.openapi;

import io.tollgate.model.documentation.DocumentationSnapshot;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a stage's API is exported; the parameters of GetExport.
 *
 * @param type the specification
 * @param yaml whether YAML is written instead of JSON
 * @param extensions what is shown beyond OpenAPI
 * @param host the host name under which the API is called
 * @param deployed when the stage's API was deployed: the version of an API that has none
 * @param documentation the documentation version of the stage, or null
 */
public record ExportOptions(
        ExportType type,
        boolean yaml,
        Set<ExportExtension> extensions,
        String host,
        Instant deployed,
        @Nullable DocumentationSnapshot documentation) {

    /** Copies the set. */
    public ExportOptions {
        extensions = Set.copyOf(extensions);
    }

    /** Whether an extension is shown, by itself or with all of API Gateway. */
    public boolean shows(ExportExtension extension) {
        return extensions.contains(extension)
                || (extension != ExportExtension.DOCUMENTATION && extensions.contains(ExportExtension.APIGATEWAY));
    }
}
