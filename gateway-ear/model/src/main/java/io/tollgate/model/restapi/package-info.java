/** REST API nouns: what CreateRestApi and everything below it describe. Start at {@link ApiDefinition}. */
@NullMarked
package io.tollgate.model.restapi;

import org.jspecify.annotations.NullMarked;
