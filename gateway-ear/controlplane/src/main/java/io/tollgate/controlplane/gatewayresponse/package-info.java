/** What the gateway answers itself. Start at {@link GatewayResponseOperations}. */
@NullMarked
package io.tollgate.controlplane.gatewayresponse;

import org.jspecify.annotations.NullMarked;
