package io.tollgate.plugin.hazelcast;

import io.tollgate.spi.settings.Setting;

/**
 * What an operator can set.
 *
 * @param nearMegabytes the bound of the copies that a node keeps of one stage's entries
 * @param sharedMegabytes the bound of the entries of one stage that belong to a node
 * @param confirmSeconds how long a copy is served without asking the node that has the entry
 * @param claimSeconds how long a node may take to fetch an entry while others wait for it
 * @param answerMilliseconds how long a node may take to say whether it has an entry
 */
public record HazelcastCacheSettings(
        @Setting(
                key = "near-megabytes",
                description = "The memory in MB that a node takes at most for copies of one stage's entries.",
                defaultValue = "32",
                min = "1",
                max = "1000000")
        int nearMegabytes,

        @Setting(
                key = "shared-megabytes",
                description =
                        "The memory in MB that a node gives at most to those entries of one stage that belong to it.",
                defaultValue = "32",
                min = "1",
                max = "1000000")
        int sharedMegabytes,

        @Setting(
                key = "confirm-seconds",
                description =
                        "How long a node serves its copy of an entry before it asks the entry's node whether it is"
                                + " still the one. Changes are told at once; this bounds what a lost message can do.",
                defaultValue = "10",
                min = "1",
                max = "3600")
        int confirmSeconds,

        @Setting(
                key = "claim-seconds",
                description = "How long calls on other nodes wait for the one that fetches a missing entry before they"
                        + " fetch it themselves.",
                defaultValue = "10",
                min = "1",
                max = "300")
        int claimSeconds,

        @Setting(
                key = "answer-milliseconds",
                description =
                        "How long a call waits until the node that an entry belongs to says whether it has it; then"
                                + " the call goes to the backend.",
                defaultValue = "500",
                min = "10",
                max = "30000")
        int answerMilliseconds) {}
