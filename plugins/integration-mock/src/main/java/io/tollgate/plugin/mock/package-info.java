/** MOCK integrations. Start at {@link MockPlugin}. */
@NullMarked
package io.tollgate.plugin.mock;

import org.jspecify.annotations.NullMarked;
