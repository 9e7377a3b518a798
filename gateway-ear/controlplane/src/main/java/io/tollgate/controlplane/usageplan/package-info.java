/** Usage plans, the keys that belong to them, and what those have used. Start at {@link UsagePlanOperations}. */
@NullMarked
package io.tollgate.controlplane.usageplan;

import org.jspecify.annotations.NullMarked;
