/** The execution log of single calls, in AWS's words. Start at {@link io.tollgate.dataplane.log.ExecutionLog}. */
@NullMarked
package io.tollgate.dataplane.log;

import org.jspecify.annotations.NullMarked;
