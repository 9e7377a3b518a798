/** The grammar of parameter mapping expressions, as far as it is checked when one is saved. Start at {@link MappingSyntax}. */
@NullMarked
package io.tollgate.model.mapping;

import org.jspecify.annotations.NullMarked;
