/**
 * The reference of Tollgate itself, told by its own declarations: plugins, settings, errors. Knows the SPI and nothing of
 * the gateway, which hands in what it declares. Start at {@link ReferencePage}.
 */
@NullMarked
package io.tollgate.docs.reference;

import org.jspecify.annotations.NullMarked;
