package io.tollgate.server.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The key that seals stored secrets: the one that is set, or the file {@code secret.key} of the data folder. */
final class SecretKeyFile {

    private SecretKeyFile() {}

    /** The key's 32 bytes; the file is made, readable by its owner only, if there is neither. */
    static byte[] read(Path data, String given) {
        if (!given.isEmpty()) {
            return Base64.getDecoder().decode(given);
        }
        Path file = data.resolve("secret.key");
        try {
            Files.createDirectories(data);
            if (!Files.exists(file)) {
                create(file);
            }
            return Base64.getDecoder().decode(Files.readString(file).strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read or make " + file, unreadable);
        }
    }

    private static void create(Path file) throws IOException {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException another) {
            return;
        }
        Files.writeString(file, Base64.getEncoder().encodeToString(key) + "\n", StandardOpenOption.WRITE);
    }
}
