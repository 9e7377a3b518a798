/** Response caching as calls meet it; plugins keep the entries. Start at {@link io.tollgate.dataplane.cache.CachedMethod}. */
@NullMarked
package io.tollgate.dataplane.cache;

import org.jspecify.annotations.NullMarked;
