/** Clients that tests use: AWS's SDK for the management API, and plain HTTP for calls. Start at {@link ApiUnderTest}. */
@NullMarked
package io.tollgate.it.client;

import org.jspecify.annotations.NullMarked;
