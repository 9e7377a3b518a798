/** REST APIs themselves, and the whole definition below one. Start at {@link RestApiOperations}. */
@NullMarked
package io.tollgate.controlplane.restapi;

import org.jspecify.annotations.NullMarked;
