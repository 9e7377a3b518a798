/**
 * Tests of the running thing: what users run, called as users call it. Most share one server; those that end it, or need
 * another database, start their own. Start reading at {@link io.tollgate.it.SdkTests}.
 */
@NullMarked
package io.tollgate.it;

import org.jspecify.annotations.NullMarked;
