/** Brings what the control plane changed to the data plane. Start at {@link StageFeed}. */
@NullMarked
package io.tollgate.server.live;

import org.jspecify.annotations.NullMarked;
