package io.tollgate.dataplane.plugin;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folders where jars are looked for. A folder that cannot be read counts as unchanged and is reported once. */
final class PluginFolders {
    private static final Logger LOG = LoggerFactory.getLogger(PluginFolders.class);

    private final List<Path> folders = new CopyOnWriteArrayList<>();
    private final Set<Path> unreadable = ConcurrentHashMap.newKeySet();

    /** Something that differs when a file's content may differ. */
    record Fingerprint(String text) {
        static Fingerprint of(Path file) throws IOException {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new Fingerprint(now.lastModifiedTime() + " " + now.size() + " " + now.fileKey());
        }
    }

    void add(Path folder) {
        folders.add(folder);
    }

    /** All jars by folder in order, then by name. Of a folder that cannot be read, what was known of it. */
    Map<Path, Fingerprint> jars(Map<Path, Fingerprint> known) {
        Map<Path, Fingerprint> found = new LinkedHashMap<>();
        for (Path folder : folders) {
            try {
                found.putAll(jarsIn(folder));
                unreadable.remove(folder);
            } catch (IOException failed) {
                if (unreadable.add(folder)) {
                    LOG.warn("the plugin folder {} cannot be read, its plugins stay as they are: {}", folder, failed);
                }
                known.forEach((jar, fingerprint) -> {
                    if (folder.equals(jar.getParent())) {
                        found.put(jar, fingerprint);
                    }
                });
            }
        }
        return found;
    }

    private static Map<Path, Fingerprint> jarsIn(Path folder) throws IOException {
        Map<Path, Fingerprint> found = new LinkedHashMap<>();
        if (!Files.exists(folder)) {
            return found;
        }
        for (Path jar : listed(folder)) {
            try {
                found.put(jar, Fingerprint.of(jar));
            } catch (NoSuchFileException removedMeanwhile) {
                LOG.debug("{} is gone again", jar);
            }
        }
        return found;
    }

    private static Set<Path> listed(Path folder) throws IOException {
        Set<Path> sorted = new TreeSet<>();
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
            jars.forEach(sorted::add);
        } catch (DirectoryIteratorException broken) {
            throw broken.getCause();
        }
        return sorted;
    }
}
