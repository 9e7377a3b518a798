/** Shows which of AWS's operations this version has. Start at {@link SupportEndpoint}. */
@NullMarked
package io.tollgate.server.support;

import org.jspecify.annotations.NullMarked;
