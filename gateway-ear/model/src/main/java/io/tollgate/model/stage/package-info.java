/** Stages and deployments: where a frozen definition is live, and with which settings. Start at {@link Stage}. */
@NullMarked
package io.tollgate.model.stage;

import org.jspecify.annotations.NullMarked;
