/** What control plane tests stand on: the real beans on a real schema, without a server. Start at {@link ControlPlane}. */
@NullMarked
package io.tollgate.controlplane.testing;

import org.jspecify.annotations.NullMarked;
