/**
 * From an API to a document's tree, in the order of keys that AWS writes.
 *
 * <p>For use by {@link io.tollgate.model.openapi.OpenApiExport} only. Start reading at {@link
 * io.tollgate.model.openapi.writing.DocumentWriter}.
 */
@NullMarked
package io.tollgate.model.openapi.writing;

import org.jspecify.annotations.NullMarked;
