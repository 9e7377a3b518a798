/**
 * VPC links of REST APIs: names for what private integrations reach. Tollgate calls backends directly, so that a link is
 * usable at once and only its bookkeeping is AWS's (decision record 16). Start at {@link VpcLinkOperations}.
 */
@NullMarked
package io.tollgate.controlplane.vpclink;

import org.jspecify.annotations.NullMarked;
