/** Settings by key, from system properties, environment and defaults. Start at {@link Settings}. */
@NullMarked
package io.tollgate.server.config;

import org.jspecify.annotations.NullMarked;
