package io.tollgate.dataplane.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RouterTests {

    @TestFactory
    Stream<DynamicTest> the_cases_of_every_routing_file_match_as_written() throws Exception {
        URL folder = RouterTests.class.getResource("/routing");
        List<Path> files;
        try (Stream<Path> listed = Files.list(Path.of(folder.toURI()))) {
            files = listed.sorted().toList();
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(3);
        return files.stream().flatMap(RouterTests::casesOf);
    }

    private static Stream<DynamicTest> casesOf(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        int divider = lines.indexOf("---");
        Router<String> router = routerOf(lines.subList(0, divider));
        return lines.subList(divider + 1, lines.size()).stream()
                .map(line -> DynamicTest.dynamicTest(file.getFileName() + ": " + line, () -> {
                    String[] sides = line.split(" -> ");
                    String[] request = sides[0].split(" ", 2);
                    assertThat(described(router.match(request[1], request[0]))).isEqualTo(sides[1]);
                }));
    }

    private static Router<String> routerOf(List<String> routes) {
        Router.Builder<String> builder = new Router.Builder<>();
        for (String route : routes) {
            String[] parts = route.split(" ");
            builder.add(parts[1], parts[0], route);
        }
        return builder.build();
    }

    private static String described(RouteMatch<String> match) {
        if (match == null) {
            return "none";
        }
        String variables = match.pathParameters().entrySet().stream()
                .sorted(Comparator.comparing(
                        (Map.Entry<String, String> one) -> match.target().indexOf("{" + one.getKey())))
                .map(one -> " " + one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining());
        return match.target() + variables;
    }

    @Nested
    class With_three_hundred_resources {

        @Test
        void every_one_of_them_is_found() {
            Router.Builder<String> builder = new Router.Builder<>();
            List<String> paths = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                String path = "/group" + i % 20 + "/item" + i + "/{id}";
                paths.add(path);
                builder.add(path, "GET", path);
            }
            Router<String> router = builder.build();
            assertThat(paths)
                    .allSatisfy(path -> assertThat(router.match(path.replace("{id}", "42"), "GET"))
                            .isEqualTo(new RouteMatch<>(path, Map.of("id", "42"))));
        }

        @Test
        void a_path_that_dead_ends_at_every_level_ends_without_a_match() {
            Router.Builder<String> builder = new Router.Builder<>();
            String[] parts = new String[30];
            Arrays.fill(parts, "a");
            builder.add("/" + String.join("/", parts) + "/end", "GET", "static");
            Arrays.fill(parts, "{v}");
            builder.add("/" + String.join("/", parts) + "/end", "GET", "variable");
            String deep = "/a".repeat(30) + "/other";
            assertThat(builder.build().match(deep, "GET")).isNull();
        }
    }
}
