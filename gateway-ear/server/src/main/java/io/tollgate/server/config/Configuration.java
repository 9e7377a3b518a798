package io.tollgate.server.config;

import io.tollgate.controlplane.store.ServiceQuota;
import io.tollgate.controlplane.store.ServiceQuotas;
import io.tollgate.spi.settings.Settings;
import io.tollgate.spi.settings.SettingsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that an operator has set. A key such as {@code tollgate.express.port} is read as a system property of that name,
 * then as the environment variable {@code TOLLGATE_EXPRESS_PORT}, then it has its default. What is empty is not set.
 *
 * @param gateway the settings of the gateway
 * @param storage the database and the key that seals
 * @param quotas what the account and its APIs can have at most; {@link ServiceQuota#key}
 */
public record Configuration(GatewaySettings gateway, StorageSettings storage, ServiceQuotas quotas) {
    private static final String PREFIX = "tollgate.";
    private static final int MOST = 10_000_000;

    /** How the gateway's settings are declared. */
    static final Settings<GatewaySettings> GATEWAY = Settings.of(GatewaySettings.class, PREFIX);

    /** How the storage's settings are declared. */
    static final Settings<StorageSettings> STORAGE = Settings.of(StorageSettings.class, PREFIX);

    /**
     * What is set for this process.
     *
     * @throws IllegalArgumentException that names every bad value with its key and what is allowed
     */
    public static Configuration ofThisProcess() {
        return read(Configuration::value);
    }

    /** The value of a key in this process; null if it is not set or empty. */
    static @Nullable String value(String key) {
        String property = System.getProperty(key);
        String value = property != null ? property : System.getenv(environmentName(key));
        return value == null || value.isBlank() ? null : value;
    }

    private static String environmentName(String key) {
        return key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /**
     * What a source says that gives null for what is not set.
     *
     * @throws IllegalArgumentException that names every bad value with its key and what is allowed
     */
    static Configuration read(Function<String, @Nullable String> source) {
        List<String> mistakes = new ArrayList<>();
        GatewaySettings gateway = bind(GATEWAY, source, mistakes);
        StorageSettings storage = bind(STORAGE, source, mistakes);
        ServiceQuotas quotas = new ServiceQuotas(quota -> quota(quota, source.apply(quota.key()), mistakes));
        if (gateway == null || storage == null || !mistakes.isEmpty()) {
            throw new IllegalArgumentException("bad configuration: " + String.join("; ", mistakes));
        }
        return new Configuration(gateway, storage, quotas);
    }

    private static <T extends Record> @Nullable T bind(
            Settings<T> declared, Function<String, @Nullable String> source, List<String> mistakes) {
        try {
            return declared.bind(source);
        } catch (SettingsException bad) {
            mistakes.addAll(bad.mistakes());
            return null;
        }
    }

    private static int quota(ServiceQuota quota, @Nullable String value, List<String> mistakes) {
        if (value == null) {
            return quota.standard();
        }
        if (!value.matches("\\d{1,8}") || Integer.parseInt(value) > MOST) {
            mistakes.add(quota.key() + " is '" + value + "'; allowed is an integer from 0 to " + MOST);
            return quota.standard();
        }
        return Integer.parseInt(value);
    }
}
