/**
 * Text in, tree out: OpenAPI documents in JSON or YAML as one kind of tree that remembers the line of every member, and
 * the tree written back as YAML.
 *
 * <p>This room knows nothing of OpenAPI or API Gateway except that documents come from strangers: size, depth and
 * aliases are limited, and nothing but maps, lists and scalars is ever built. Start reading at {@link
 * io.tollgate.model.openapi.document.SourceDocument}.
 */
@NullMarked
package io.tollgate.model.openapi.document;

import org.jspecify.annotations.NullMarked;
