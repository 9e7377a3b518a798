package io.tollgate.model.documentation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an API and the rules by which entities inherit from them.
 *
 * <p>A part speaks about its own entity and, if its type inherits, about the entities of the same type, name, method and
 * status at every path below; {@code *} stands for any method and any status. Of several parts that speak about an
 * entity the one with the longest path wins, then one that names the status, then one that names the method. Parts are
 * never blended: a part of its own hides everything an entity would inherit.
 */
public final class Documentation {
    private static final Comparator<DocumentationPartLocation> SPECIFIC =
            Comparator.<DocumentationPartLocation>comparingInt(
                            location -> segments(Objects.requireNonNullElse(location.path(), "/")))
                    .thenComparing(location -> !DocumentationPartLocation.ANY.equals(location.statusCode()))
                    .thenComparing(location -> !DocumentationPartLocation.ANY.equals(location.method()));

    /** Parts by what never varies in inheritance: type and name. */
    private final Map<String, List<DocumentationPart>> parts = new HashMap<>();

    /** Takes an API's parts, of a version or current. */
    public Documentation(List<DocumentationPart> all) {
        for (DocumentationPart part : all) {
            parts.computeIfAbsent(key(part.location().normal()), key -> new ArrayList<>())
                    .add(part);
        }
    }

    /** The part that speaks about an entity, its own or an inherited one. */
    public Optional<DocumentationPart> about(DocumentationPartLocation entity) {
        DocumentationPartLocation normal = entity.normal();
        return parts.getOrDefault(key(normal), List.of()).stream()
                .filter(part -> speaksAbout(part.location().normal(), normal))
                .max(Comparator.comparing(part -> part.location().normal(), SPECIFIC));
    }

    private static boolean speaksAbout(DocumentationPartLocation part, DocumentationPartLocation entity) {
        return (entity.kind().inherits()
                        ? above(part.path(), entity.path())
                        : Objects.equals(part.path(), entity.path()))
                && fits(part.method(), entity.method())
                && fits(part.statusCode(), entity.statusCode());
    }

    private static boolean above(@Nullable String part, @Nullable String entity) {
        String prefix = Objects.requireNonNullElse(part, "/");
        String path = Objects.requireNonNullElse(entity, "/");
        return prefix.equals("/") || path.equals(prefix) || path.startsWith(prefix + "/");
    }

    private static boolean fits(@Nullable String part, @Nullable String entity) {
        return DocumentationPartLocation.ANY.equals(part) || Objects.equals(part, entity);
    }

    private static int segments(String path) {
        return path.equals("/") ? 0 : (int) path.chars().filter(c -> c == '/').count();
    }

    private static String key(DocumentationPartLocation location) {
        return location.type() + '\n' + location.name();
    }
}
