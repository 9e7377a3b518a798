package io.tollgate.model.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A case file: a document, the parameters it is imported with, and what comes of it.
 *
 * @param file the file
 * @param head its first lines
 * @param parameters the request's parameters
 * @param document the document
 * @param expected what is expected, empty if the file does not say
 */
record ImportCase(Path file, String head, Map<String, String> parameters, String document, String expected) {
    static final ImportTarget TARGET = ImportTarget.of("abcdef1234", "111122223333", "eu-west-1");
    private static final Path DIRECTORY = Path.of("src/test/resources/openapi/import");
    private static final String DOCUMENT = "=== document\n";
    private static final String EXPECTED = "\n=== expected\n";

    static List<ImportCase> all() {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.sorted().map(ImportCase::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ImportCase named(String name) {
        return read(DIRECTORY.resolve(name + ".txt"));
    }

    private static ImportCase read(Path file) {
        try {
            String text = Files.readString(file);
            int document = text.indexOf(DOCUMENT);
            int expected = text.indexOf(EXPECTED);
            String head = text.substring(0, document);
            return new ImportCase(
                    file,
                    head,
                    parameters(head),
                    text.substring(document + DOCUMENT.length(), expected < 0 ? text.length() : expected + 1),
                    expected < 0 ? "" : text.substring(expected + EXPECTED.length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> parameters(String head) {
        Map<String, String> parameters = new HashMap<>();
        head.lines().filter(line -> line.startsWith("parameters: ")).forEach(line -> {
            for (String pair : line.substring("parameters: ".length()).split(", ")) {
                parameters.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
        });
        return parameters;
    }

    ImportOptions options() {
        return ImportOptions.defaults(TARGET, Instant.parse("2026-01-02T03:04:05Z"))
                .with(parameters);
    }

    ImportResult read() {
        return OpenApiImport.read(document, options());
    }

    void write(String actual) {
        try {
            Files.writeString(file, head + DOCUMENT + document.stripTrailing() + "\n" + EXPECTED + actual);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }
}
