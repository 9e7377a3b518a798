/**
 * Mapping templates without a gateway: a template and a request event in, text out. Knows templates only. Start at {@link
 * io.tollgate.dataplane.offline.RenderCommand}.
 */
@NullMarked
package io.tollgate.dataplane.offline;

import org.jspecify.annotations.NullMarked;
