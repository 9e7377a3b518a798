/**
 * Documentation of an API's entities: parts, their inheritance, versions. Start at {@link
 * io.tollgate.model.documentation.Documentation}, which says what is written about an entity.
 */
@NullMarked
package io.tollgate.model.documentation;

import org.jspecify.annotations.NullMarked;
