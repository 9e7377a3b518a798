/**
 * Which of AWS's operations this version has, told from the code itself: an operation is there if a noun contributes it,
 * and lacks what the noun says that it lacks. Start at {@link SupportTable}.
 */
@NullMarked
package io.tollgate.controlplane.support;

import org.jspecify.annotations.NullMarked;
