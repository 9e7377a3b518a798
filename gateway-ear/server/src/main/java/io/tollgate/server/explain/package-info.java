/**
 * Explain: one request through a live stage's own pipeline, told step by step. Knows how it is asked for and shown; what
 * happened is told by {@link io.tollgate.dataplane.explain}. Start at {@link io.tollgate.server.explain.ExplainEndpoint}.
 */
@NullMarked
package io.tollgate.server.explain;

import org.jspecify.annotations.NullMarked;
