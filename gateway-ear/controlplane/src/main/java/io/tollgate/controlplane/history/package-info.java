/**
 * What became of stages: deployed, promoted, rolled back, by whom and when. Entries are written in the transaction of the
 * change itself and never changed. This room does not decide anything. Start at {@link StageHistory}.
 */
@NullMarked
package io.tollgate.controlplane.history;

import org.jspecify.annotations.NullMarked;
