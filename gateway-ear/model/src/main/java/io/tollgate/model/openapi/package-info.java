/**
 * OpenAPI in and out: a document becomes an API or changes one, a stage's API becomes a document.
 *
 * <p>Pure functions. Reading tells with lines what it left out or refuses, in AWS's words where these are known; ids come
 * from the caller. Start reading at {@link io.tollgate.model.openapi.OpenApiImport} and {@link
 * io.tollgate.model.openapi.OpenApiExport}.
 */
@NullMarked
package io.tollgate.model.openapi;

import org.jspecify.annotations.NullMarked;
