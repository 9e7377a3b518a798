/** Finds the method of a request among an API's resources. Start at {@link Router}. */
@NullMarked
package io.tollgate.dataplane.route;

import org.jspecify.annotations.NullMarked;
