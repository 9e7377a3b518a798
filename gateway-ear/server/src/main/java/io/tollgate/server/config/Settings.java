package io.tollgate.server.config;

import io.tollgate.controlplane.store.ServiceQuota;
import io.tollgate.controlplane.store.ServiceQuotas;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an operator can set. A key such as {@code tollgate.express.port} is read as a system property of that name, then
 * as the environment variable {@code TOLLGATE_EXPRESS_PORT}, then it has its default.
 *
 * @param data the folder of database, credentials and plugins; {@code tollgate.data}
 * @param accountId the twelve-digit account shown in ARNs; {@code tollgate.account-id}
 * @param region the region shown in ARNs and expected in signatures; {@code tollgate.region}
 * @param expressEnabled whether the express listener is opened; {@code tollgate.express.enabled}
 * @param expressHost the address it binds; {@code tollgate.express.host}
 * @param expressPort its port, 0 to 65535; {@code tollgate.express.port}
 * @param stagePollSeconds how often stages are compared with the database, 1 to 3600; {@code tollgate.stages.poll-seconds}
 * @param drainSeconds how long running requests may take at the end, 0 to 300; {@code tollgate.drain-seconds}
 * @param drainDelaySeconds how long a node that ends still takes requests after it has told load balancers that it is not
 *     ready any more, 0 to 300, without being set 3 in a cluster and 0 elsewhere; {@code tollgate.drain-delay-seconds}
 * @param accountRateLimit calls a second of all APIs together on this node, 0 for no limit; {@code
 *     tollgate.account.rate-limit}
 * @param accountBurstLimit how many of them may come at once; {@code tollgate.account.burst-limit}
 * @param accountConcurrencyLimit how many calls of all APIs may be in progress at once on all nodes together, 0 for no
 *     limit; {@code tollgate.account.concurrency-limit}
 * @param cacheKind the kind of plugin that keeps cached responses; {@code tollgate.cache.kind}
 * @param quotas what the account and its APIs can have at most; {@link ServiceQuota#key}
 */
public record Settings(
        Path data,
        String accountId,
        String region,
        boolean expressEnabled,
        String expressHost,
        int expressPort,
        int stagePollSeconds,
        int drainSeconds,
        int drainDelaySeconds,
        int accountRateLimit,
        int accountBurstLimit,
        int accountConcurrencyLimit,
        String cacheKind,
        ServiceQuotas quotas) {

    /** Reads all settings from this process. */
    public static Settings fromProcess() {
        return read(Settings::fromProcess);
    }

    /** The value of a key in this process; null if it is not set or empty. */
    static @Nullable String fromProcess(String key) {
        String property = System.getProperty(key);
        String value = property != null ? property : System.getenv(environmentName(key));
        return value == null || value.isEmpty() ? null : value;
    }

    /**
     * Reads all settings from a source that gives null for what is not set.
     *
     * @throws IllegalArgumentException that names every bad value with its key and what is allowed
     */
    public static Settings read(UnaryOperator<@Nullable String> source) {
        Reader reader = new Reader(source);
        Settings settings = new Settings(
                Path.of(reader.text("tollgate.data", "tollgate-data", ".+")).toAbsolutePath(),
                reader.text("tollgate.account-id", "000000000000", "\\d{12}"),
                reader.text("tollgate.region", "us-east-1", "[a-z]{2}(-[a-z]+)+-\\d"),
                reader.flag("tollgate.express.enabled", true),
                reader.text("tollgate.express.host", "127.0.0.1", "\\S+"),
                reader.number("tollgate.express.port", 8000, 0, 65_535),
                reader.number("tollgate.stages.poll-seconds", 1, 1, 3600),
                reader.number("tollgate.drain-seconds", 30, 0, 300),
                reader.number("tollgate.drain-delay-seconds", inCluster(source) ? 3 : 0, 0, 300),
                reader.number("tollgate.account.rate-limit", 10_000, 0, 100_000_000),
                reader.number("tollgate.account.burst-limit", 5_000, 1, 100_000_000),
                reader.number("tollgate.account.concurrency-limit", 0, 0, 100_000_000),
                reader.text("tollgate.cache.kind", "memory", "[a-z0-9-]+"),
                new ServiceQuotas(quota -> reader.number(quota.key(), quota.standard(), 0, 10_000_000)));
        reader.complain();
        return settings;
    }

    private static boolean inCluster(UnaryOperator<@Nullable String> source) {
        String members = source.apply(ClusterSettings.KEY);
        return members != null && !members.isBlank();
    }

    /** The environment variable of a key. */
    public static String environmentName(String key) {
        return key.replace('.', '_').replace('-', '_').toUpperCase(java.util.Locale.ROOT);
    }

    /** Reads single values and collects what is wrong with them. */
    private static final class Reader {
        private final UnaryOperator<@Nullable String> source;
        private final List<String> mistakes = new ArrayList<>();

        private Reader(UnaryOperator<@Nullable String> source) {
            this.source = source;
        }

        private String text(String key, String fallback, String pattern) {
            String value = source.apply(key);
            if (value == null || value.isEmpty()) {
                return fallback;
            }
            return value.matches(pattern) ? value : mistake(key, value, "text that matches " + pattern, fallback);
        }

        private boolean flag(String key, boolean fallback) {
            return Boolean.parseBoolean(text(key, Boolean.toString(fallback), "true|false"));
        }

        private int number(String key, int fallback, int least, int most) {
            String value = text(key, Integer.toString(fallback), "\\d{1,9}");
            int number = Integer.parseInt(value);
            return number >= least && number <= most
                    ? number
                    : mistake(key, value, "a number from " + least + " to " + most, fallback);
        }

        private <T> T mistake(String key, String value, String allowed, T fallback) {
            mistakes.add(key + " is '" + value + "'; allowed is " + allowed);
            return fallback;
        }

        private void complain() {
            if (!mistakes.isEmpty()) {
                throw new IllegalArgumentException("bad configuration: " + String.join("; ", mistakes));
            }
        }
    }

    /** The settings by key, for start-up messages; nothing here is secret. */
    public Map<String, String> shown() {
        return Map.of(
                "tollgate.data",
                data.toString(),
                "tollgate.account-id",
                accountId,
                "tollgate.region",
                region,
                "tollgate.express.enabled",
                Boolean.toString(expressEnabled),
                "tollgate.express.host",
                expressHost,
                "tollgate.express.port",
                Integer.toString(expressPort));
    }
}
