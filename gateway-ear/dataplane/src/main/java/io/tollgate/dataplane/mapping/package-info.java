/** Parameter mapping: where a header, a query parameter or a path part gets its value from. Start at {@link MappingExpression}. */
@NullMarked
package io.tollgate.dataplane.mapping;

import org.jspecify.annotations.NullMarked;
