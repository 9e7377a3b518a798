/**
 * How nouns are kept: one table each, a key, a parent and the noun's record as a JSON document, with a version for
 * optimistic locking. Start at {@link Documents}.
 */
@NullMarked
package io.tollgate.controlplane.store;

import org.jspecify.annotations.NullMarked;
