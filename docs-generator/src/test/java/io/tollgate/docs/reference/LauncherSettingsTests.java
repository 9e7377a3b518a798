package io.tollgate.docs.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the launcher reads from the environment is in the kept page of settings. */
class LauncherSettingsTests {
    private static final Path HOME = Path.of("..");
    private static final Pattern VARIABLE = Pattern.compile("(?<!export )TOLLGATE_[A-Z_]*[A-Z]");
    private static final Pattern KEY = Pattern.compile("`(tollgate\\.[a-z.-]+)`");

    private static Set<String> found(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult result) -> result.group(group))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String launcher() throws IOException {
        StringBuilder text = new StringBuilder(Files.readString(HOME.resolve("tollgate")));
        try (Stream<Path> parts = Files.list(HOME.resolve(".launcher"))) {
            for (Path part : parts.toList()) {
                text.append(Files.readString(part));
            }
        }
        return text.toString();
    }

    @Test
    void everyVariableIsThere() throws IOException {
        String page = Files.readString(Path.of("src", "docs", "reference", "settings.md"));
        Set<String> told = found(VARIABLE, page, 0);
        found(KEY, page, 1)
                .forEach(key -> told.add(key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT)));
        Set<String> read = found(VARIABLE, launcher(), 0);
        assertThat(read).hasSizeGreaterThan(12);
        assertThat(told).containsAll(read);
    }
}
