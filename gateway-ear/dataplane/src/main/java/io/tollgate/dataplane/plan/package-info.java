/** API keys and usage plans as calls meet them. Start at {@link io.tollgate.dataplane.plan.LivePlans}. */
@NullMarked
package io.tollgate.dataplane.plan;

import org.jspecify.annotations.NullMarked;
