package io.tollgate.server.config;

import io.tollgate.spi.settings.Setting;

/** Where things are kept, and what seals the secrets among them. */
public record StorageSettings(
        @Setting(
                key = "db.url",
                description = "The database; without it an H2 file below the data folder.",
                defaultValue = "",
                pattern = "jdbc:(postgresql|h2):.+")
        String url,

        @Setting(key = "db.user", description = "The database's account.", defaultValue = "tollgate")
        String user,

        @Setting(key = "db.password", description = "Its password.", defaultValue = "", secret = true)
        String password,

        @Setting(
                key = "secret-key",
                description = "Base 64 of the 32 bytes that seal stored secrets, the same on all nodes; without it the"
                        + " file secret.key in the data folder, which the first start makes.",
                defaultValue = "",
                pattern = "[A-Za-z0-9+/]{43}=",
                secret = true)
        String secretKey) {

    /** Tells no secrets. */
    @Override
    public String toString() {
        return "StorageSettings[url=" + url + ", user=" + user + "]";
    }
}
