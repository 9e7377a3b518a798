package io.tollgate.server.config;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an operator says about the cluster. Where Hazelcast listens is said to Payara, by the launcher.
 *
 * @param members where the nodes' Hazelcast listens, each {@code host:port}; {@code tollgate.cluster.members}. None: this
 *     node is alone and there is no Hazelcast
 */
public record ClusterSettings(List<String> members) {
    static final String KEY = "tollgate.cluster.members";

    /** Copies the list. */
    public ClusterSettings {
        members = List.copyOf(members);
    }

    /** Whether there is a cluster. */
    public boolean isOn() {
        return !members.isEmpty();
    }

    /** The settings of this process. */
    public static ClusterSettings fromProcess() {
        return read(Settings::fromProcess);
    }

    /**
     * Reads the settings from a source that gives null for what is not set.
     *
     * @throws IllegalArgumentException that names a bad value with its key and what is allowed
     */
    public static ClusterSettings read(UnaryOperator<@Nullable String> source) {
        String value = source.apply(KEY);
        if (value == null || value.isBlank()) {
            return new ClusterSettings(List.of());
        }
        List<String> members =
                Stream.of(value.split(",", -1)).map(String::strip).toList();
        if (!members.stream().allMatch(member -> member.matches("[A-Za-z0-9._-]+:\\d{1,5}"))) {
            throw new IllegalArgumentException(
                    "bad configuration: " + KEY + " is '" + value + "'; allowed is host:port,host:port,...");
        }
        return new ClusterSettings(members);
    }
}
