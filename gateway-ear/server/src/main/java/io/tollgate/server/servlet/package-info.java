/** The container listener: requests that come by Payara's own port. */
@NullMarked
package io.tollgate.server.servlet;

import org.jspecify.annotations.NullMarked;
