package io.tollgate.dataplane.lease;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Those who own buckets: every bucket has one owner in the cluster. Nothing here blocks. */
public interface Owners {

    /** The cluster now. */
    View view();

    /** Who owns a bucket now; asks for buckets of one owner are sent together. */
    Object ownerOf(String bucket);

    /**
     * Asks an owner.
     *
     * @return how many tokens it gives, by bucket; late, never or a failure if the owner cannot be reached
     */
    CompletionStage<Map<String, Long>> ask(Object owner, List<Ask> asks);
}
