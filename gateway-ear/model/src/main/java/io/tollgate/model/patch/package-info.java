/**
 * The PATCH dialect of REST APIs (control-plane 3): operations on paths, each resource with its own allowed paths and
 * its own words for what is wrong. Start at {@link PatchTable}.
 */
@NullMarked
package io.tollgate.model.patch;

import org.jspecify.annotations.NullMarked;
