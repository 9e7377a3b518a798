/** Rules over the classes of all modules: who may know whom. Start at {@link io.tollgate.it.architecture.ArrowTests}. */
@NullMarked
package io.tollgate.it.architecture;

import org.jspecify.annotations.NullMarked;
