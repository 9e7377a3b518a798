/**
 * The door of the management API: finds the operation of a request, checks its signature, reads its input, runs it in a
 * transaction with its audit record, and writes AWS's answer. Nouns contribute {@link Operation operations} by AWS's
 * name; what nobody contributes is answered 501 by name. Start at {@link ManagementEndpoint}.
 */
@NullMarked
package io.tollgate.controlplane.wire;

import org.jspecify.annotations.NullMarked;
