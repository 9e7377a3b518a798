/**
 * OpenAPI documents at the management API: import, update, export. What they mean is {@code io.tollgate.model.openapi}'s
 * business; here they meet the database. Start at {@link RestApiImports}.
 */
@NullMarked
package io.tollgate.controlplane.openapi;

import org.jspecify.annotations.NullMarked;
