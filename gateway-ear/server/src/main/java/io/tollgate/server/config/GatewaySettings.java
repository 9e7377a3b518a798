package io.tollgate.server.config;

import io.tollgate.spi.settings.Setting;
import java.nio.file.Path;
import java.util.List;

/**
 * What an operator can set, but for the database and the quotas. Each component's {@link Setting} is all there is to say
 * of it.
 */
public record GatewaySettings(
        @Setting(
                key = "data",
                description = "Folder of database, credential, key and plugins.",
                defaultValue = "tollgate-data")
        Path data,

        @Setting(
                key = "account-id",
                description = "The account in ARNs and messages.",
                defaultValue = "000000000000",
                pattern = "\\d{12}")
        String accountId,

        @Setting(
                key = "region",
                description = "The region in ARNs, which signatures must name.",
                defaultValue = "us-east-1",
                pattern = "[a-z]{2}(-[a-z]+)+-\\d")
        String region,

        @Setting(key = "express.enabled", description = "Whether the express listener opens.", defaultValue = "true")
        boolean expressEnabled,

        @Setting(
                key = "express.host",
                description = "The address that the express listener binds.",
                defaultValue = "127.0.0.1",
                pattern = "\\S+")
        String expressHost,

        @Setting(
                key = "express.port",
                description = "Its port; 0 is any that is free.",
                defaultValue = "8000",
                min = "0",
                max = "65535")
        int expressPort,

        @Setting(
                key = "stages.poll-seconds",
                description = "How often a node compares stages, keys and plans with the database.",
                defaultValue = "1",
                min = "1",
                max = "3600")
        int stagePollSeconds,

        @Setting(
                key = "drain-seconds",
                description = "How long running calls may take when the gateway ends.",
                defaultValue = "30",
                min = "0",
                max = "300")
        int drainSeconds,

        @Setting(
                key = "drain-delay-seconds",
                description = "How long a node that ends still takes calls after it has told load balancers that it is"
                        + " not ready; -1 is 3 in a cluster and 0 elsewhere.",
                defaultValue = "-1",
                min = "-1",
                max = "300")
        int drainDelaySeconds,

        @Setting(
                key = "account.rate-limit",
                description = "Calls a second of all APIs together, as AWS limits an account; 0 is no limit.",
                defaultValue = "10000",
                min = "0",
                max = "100000000")
        int accountRateLimit,

        @Setting(
                key = "account.burst-limit",
                description = "How many of them may come at once.",
                defaultValue = "5000",
                min = "1",
                max = "100000000")
        int accountBurstLimit,

        @Setting(
                key = "account.concurrency-limit",
                description = "Calls of all APIs in progress at once on all nodes together; 0 is no limit.",
                defaultValue = "0",
                min = "0",
                max = "100000000")
        int accountConcurrencyLimit,

        @Setting(
                key = "cache.kind",
                description = "The kind of plugin that keeps cached responses: memory, each node its own, or hazelcast,"
                        + " shared by the nodes of a cluster.",
                defaultValue = "memory",
                pattern = "[a-z0-9-]+")
        String cacheKind,

        @Setting(
                key = "cluster.members",
                description = "Where the nodes of a cluster meet; none: this node is alone.",
                defaultValue = "",
                pattern = "[A-Za-z0-9._-]+:\\d{1,5}")
        List<String> clusterMembers) {

    /** Makes the folder's path absolute. */
    public GatewaySettings {
        data = data.toAbsolutePath();
        clusterMembers = List.copyOf(clusterMembers);
        if (drainDelaySeconds < 0) {
            drainDelaySeconds = clusterMembers.isEmpty() ? 0 : 3;
        }
    }

    /** Whether there is a cluster. */
    public boolean inCluster() {
        return !clusterMembers.isEmpty();
    }
}
