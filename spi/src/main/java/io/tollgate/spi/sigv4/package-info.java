/**
 * AWS Signature Version 4: signing what goes out, verifying what comes in. Start at {@link SignatureV4}. Checked against
 * AWS's own test suite.
 */
@NullMarked
package io.tollgate.spi.sigv4;

import org.jspecify.annotations.NullMarked;
