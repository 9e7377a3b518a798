/** Methods, their responses, integrations and integration responses. Start at {@link Methods}. */
@NullMarked
package io.tollgate.controlplane.method;

import org.jspecify.annotations.NullMarked;
