package io.tollgate.model.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.model.documentation.DocumentationPart;
import io.tollgate.model.documentation.DocumentationPartLocation;
import io.tollgate.model.openapi.document.SourceDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** ImportDocumentationParts: imported parts over existing ones. */
public final class DocumentationMerge {
    private DocumentationMerge() {}

    /** The existing parts with the imported ones; where both speak of one entity, imported properties win. */
    public static List<DocumentationPart> merge(
            List<DocumentationPart> existing, List<DocumentationPart> imported, Supplier<String> ids) {
        Map<DocumentationPartLocation, DocumentationPart> parts = new LinkedHashMap<>();
        existing.forEach(part -> parts.put(part.location().normal(), part));
        imported.forEach(part -> parts.merge(
                part.location().normal(),
                new DocumentationPart(
                        parts.containsKey(part.location().normal()) ? "" : ids.get(),
                        part.location(),
                        part.properties()),
                (old, fresh) -> old.withProperties(together(old.properties(), fresh.properties()))));
        return List.copyOf(parts.values());
    }

    /** The imported parts only; those that were there keep their ids. */
    public static List<DocumentationPart> overwrite(
            List<DocumentationPart> existing, List<DocumentationPart> imported, Supplier<String> ids) {
        Map<DocumentationPartLocation, String> known = new LinkedHashMap<>();
        existing.forEach(part -> known.put(part.location().normal(), part.id()));
        Map<DocumentationPartLocation, DocumentationPart> parts = new LinkedHashMap<>();
        for (DocumentationPart part : imported) {
            String id = known.computeIfAbsent(part.location().normal(), key -> ids.get());
            parts.put(part.location().normal(), new DocumentationPart(id, part.location(), part.properties()));
        }
        return List.copyOf(parts.values());
    }

    private static String together(String existing, String imported) {
        Optional<ObjectNode> fresh = SourceDocument.readObject(imported);
        return SourceDocument.readObject(existing)
                .filter(old -> fresh.isPresent())
                .map(old -> old.setAll(fresh.orElse(old)).toString())
                .orElse(imported);
    }
}
