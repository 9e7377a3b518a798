/** Microbenchmarks of the data plane. Start at {@link io.tollgate.jmh.TemplateBenchmark}. */
@NullMarked
package io.tollgate.jmh;

import org.jspecify.annotations.NullMarked;
