/** Documentation parts and versions of APIs. Start at {@link DocumentationPartOperations}. */
@NullMarked
package io.tollgate.controlplane.documentation;

import org.jspecify.annotations.NullMarked;
