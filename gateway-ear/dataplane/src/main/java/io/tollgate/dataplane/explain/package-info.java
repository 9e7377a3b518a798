/**
 * What one call's steps did, for people who ask why. Watches the pipeline that all calls walk; knows no step by name and
 * changes none. Start at {@link io.tollgate.dataplane.explain.Explanation}.
 */
@NullMarked
package io.tollgate.dataplane.explain;

import org.jspecify.annotations.NullMarked;
