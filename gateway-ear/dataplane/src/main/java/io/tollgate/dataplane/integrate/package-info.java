/**
 * The middle of a call: builds what the backend gets, calls the integration plugin, makes an answer of what came back.
 * Start at {@link IntegrationSteps}.
 */
@NullMarked
package io.tollgate.dataplane.integrate;

import org.jspecify.annotations.NullMarked;
