/** API keys and usage plans as AWS's wire has them. Start at {@link io.tollgate.model.plan.UsagePlan}. */
@NullMarked
package io.tollgate.model.plan;

import org.jspecify.annotations.NullMarked;
