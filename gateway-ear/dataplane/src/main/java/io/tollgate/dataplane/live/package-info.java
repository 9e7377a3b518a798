/**
 * What is live: stages compiled from their documents, swapped whole. Start at {@link LiveStages} for the look-up and at
 * {@link StageCompiler} for how a document becomes a pipeline for each method.
 */
@NullMarked
package io.tollgate.dataplane.live;

import org.jspecify.annotations.NullMarked;
