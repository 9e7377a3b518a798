/** Custom domain names and what they lead to. Start at {@link DomainName}. */
@NullMarked
package io.tollgate.model.domain;

import org.jspecify.annotations.NullMarked;
