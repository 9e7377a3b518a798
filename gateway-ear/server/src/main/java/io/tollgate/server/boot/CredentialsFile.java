package io.tollgate.server.boot;

import io.tollgate.controlplane.credential.Credential;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The root access key as an AWS shared-credentials file with the profile {@code tollgate}, for the operator's tools. */
final class CredentialsFile {

    private CredentialsFile() {}

    /** Writes the file, mode 0600, unless it is there. */
    static Path writeOnce(Path data, Credential root) throws IOException {
        Path file = data.resolve("credentials");
        if (Files.exists(file)) {
            return file;
        }
        Path draft = Files.createTempFile(
                data,
                "credentials",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                draft,
                "[tollgate]\naws_access_key_id = " + root.accessKeyId() + "\naws_secret_access_key = "
                        + root.secretAccessKey() + "\n");
        return Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
