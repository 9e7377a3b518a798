package io.tollgate.server.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.partition.PartitionService;
import io.tollgate.dataplane.lease.Ask;
import io.tollgate.dataplane.lease.Owners;
import io.tollgate.dataplane.lease.View;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The owners of buckets in Hazelcast: the nodes that keep a map's entries. Thread-safe. */
final class GridOwners implements Owners {
    private static final Object NOBODY = new Object();

    private final IMap<String, Long> buckets;
    private final PartitionService partitions;
    private final Supplier<View> view;

    GridOwners(HazelcastInstance grid, Supplier<View> view) {
        this.buckets = grid.getMap("tollgate.buckets");
        this.partitions = grid.getPartitionService();
        this.view = view;
    }

    @Override
    public View view() {
        return view.get();
    }

    @Override
    public Object ownerOf(String bucket) {
        return Objects.requireNonNullElse(partitions.getPartition(bucket).getOwner(), NOBODY);
    }

    @Override
    public CompletionStage<Map<String, Long>> ask(Object owner, List<Ask> asks) {
        Set<String> names = new HashSet<>();
        asks.forEach(ask -> names.add(ask.bucket()));
        try {
            return buckets.submitToKeys(names, new LeaseProcessor(asks));
        } catch (RuntimeException unreachable) {
            return CompletableFuture.failedFuture(unreachable);
        }
    }
}
