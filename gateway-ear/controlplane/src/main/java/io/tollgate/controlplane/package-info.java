/**
 * Changes what exists: endpoint, operations, store and row of each noun, side by side by capability.
 *
 * <p>An endpoint speaks HTTP and nothing else, operations hold the rules and the transaction, rows are what the database
 * keeps. Every row class is named in {@code META-INF/controlplane-orm.xml}. This room does not know the data plane.
 */
@NullMarked
package io.tollgate.controlplane;

import org.jspecify.annotations.NullMarked;
