/** Who did what: an append-only record in the transaction of every management call. Start at {@link AuditLog}. */
@NullMarked
package io.tollgate.controlplane.audit;

import org.jspecify.annotations.NullMarked;
