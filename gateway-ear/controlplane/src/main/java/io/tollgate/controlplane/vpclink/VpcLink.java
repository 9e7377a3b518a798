package io.tollgate.controlplane.vpclink;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A VPC link (VpcLink of the service model).
 *
 * @param id its id
 * @param name its name
 * @param description its description, or null
 * @param targetArns the load balancer
 * @param status PENDING in the answer that tells of its creation, AVAILABLE from then on
 * @param statusMessage the status in words, or null
 */
public record VpcLink(
        String id,
        String name,
        @Nullable String description,
        List<String> targetArns,
        String status,
        @Nullable String statusMessage) {

    /** Copies the list. */
    public VpcLink {
        targetArns = List.copyOf(targetArns);
    }
}
