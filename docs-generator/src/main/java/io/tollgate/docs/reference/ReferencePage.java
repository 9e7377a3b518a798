package io.tollgate.docs.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page of the reference, as the code of this version tells it.
 *
 * @param file the name of its file, with folders, for example {@code plugins/cache-memory.md}
 * @param markdown its text
 */
public record ReferencePage(String file, String markdown) {
    /** Says that tests write the pages instead of comparing them. */
    private static final String WRITE = "tollgate.docs.write";

    /**
     * The page as it is kept in a folder. With the system property {@code tollgate.docs.write} it is written there first:
     * how one brings the kept pages up to date.
     */
    public String kept(Path folder) throws IOException {
        Path path = folder.resolve(file);
        if (Boolean.getBoolean(WRITE)) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, markdown);
        }
        return Files.readString(path);
    }
}
