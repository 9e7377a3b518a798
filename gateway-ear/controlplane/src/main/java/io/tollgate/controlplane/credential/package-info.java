/** Access keys that sign management calls; secrets are encrypted at rest. Start at {@link Credentials}. */
@NullMarked
package io.tollgate.controlplane.credential;

import org.jspecify.annotations.NullMarked;
