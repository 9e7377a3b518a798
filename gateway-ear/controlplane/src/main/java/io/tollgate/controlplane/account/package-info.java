/** The account's settings. Start at {@link AccountOperations}. */
@NullMarked
package io.tollgate.controlplane.account;

import org.jspecify.annotations.NullMarked;
