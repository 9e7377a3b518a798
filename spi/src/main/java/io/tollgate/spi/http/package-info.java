/** Header lists and message bodies, the two things every part of a request path hands on. Start at {@link Headers}. */
@NullMarked
package io.tollgate.spi.http;

import org.jspecify.annotations.NullMarked;
