/**
 * From a document's tree to a draft of an API: one reader for each kind of thing, all writing to one report.
 *
 * <p>Drafts bear natural ids (a resource's path, an authorizer's, validator's or model's name), so that nothing in here
 * has to know whether an API is made, merged or overwritten. For use by {@link io.tollgate.model.openapi.OpenApiImport}
 * only. Start reading at {@link io.tollgate.model.openapi.reading.DefinitionReader}.
 */
@NullMarked
package io.tollgate.model.openapi.reading;

import org.jspecify.annotations.NullMarked;
