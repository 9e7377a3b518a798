/** HTTP and HTTP_PROXY integrations. Start at {@link HttpPlugin}. */
@NullMarked
package io.tollgate.plugin.http;

import org.jspecify.annotations.NullMarked;
