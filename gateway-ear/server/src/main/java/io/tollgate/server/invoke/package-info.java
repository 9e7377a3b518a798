/** Operations of the management API that walk the data plane's pipeline: test invocations and explanations. */
@NullMarked
package io.tollgate.server.invoke;

import org.jspecify.annotations.NullMarked;
