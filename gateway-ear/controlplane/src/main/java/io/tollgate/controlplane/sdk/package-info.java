/** The kinds of client SDK that AWS offers, with their settings. Start at {@link SdkTypeOperations}. */
@NullMarked
package io.tollgate.controlplane.sdk;

import org.jspecify.annotations.NullMarked;
