/**
 * How a plugin decides who may call: {@link AuthorizerFactory} checks a definition when a stage is deployed, {@link
 * Authorizer} is asked once per request that is not answered from the result cache.
 */
@NullMarked
package io.tollgate.spi.authorizer;

import org.jspecify.annotations.NullMarked;
