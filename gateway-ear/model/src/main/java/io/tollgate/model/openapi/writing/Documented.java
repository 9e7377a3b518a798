package io.tollgate.model.openapi.writing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.model.documentation.Documentation;
import io.tollgate.model.documentation.DocumentationPart;
import io.tollgate.model.documentation.DocumentationPartLocation;
import io.tollgate.model.documentation.DocumentationPartType;
import io.tollgate.model.documentation.DocumentationSnapshot;
import io.tollgate.model.openapi.document.DocumentedKeys;
import io.tollgate.model.openapi.document.SourceDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a stage's documentation says about the entities of its API. */
final class Documented {
    private final Documentation documentation;

    Documented(@Nullable DocumentationSnapshot snapshot) {
        documentation = new Documentation(snapshot == null ? List.of() : snapshot.parts());
    }

    /** An entity's object as it begins: with the members that documentation fills. */
    ObjectNode begin(DocumentationPartLocation entity) {
        ObjectNode object = Trees.object();
        about(entity).properties().forEach(member -> {
            if (DocumentedKeys.shown(entity.kind(), member.getKey())) {
                object.set(member.getKey(), member.getValue());
            }
        });
        return object;
    }

    ObjectNode begin(DocumentationPartType type, String path, String method, String status, @Nullable String name) {
        return begin(DocumentationPartLocation.of(type, path, method, status, name));
    }

    /** What is written about the API that belongs into its info object. */
    ObjectNode info() {
        ObjectNode info = Trees.object();
        DocumentationPartLocation api =
                new DocumentationPartLocation(DocumentationPartType.API.name(), null, null, null, null);
        about(api).path("info").properties().forEach(member -> {
            if (DocumentedKeys.shownInInfo(member.getKey())) {
                info.set(member.getKey(), member.getValue());
            }
        });
        return info;
    }

    private JsonNode about(DocumentationPartLocation entity) {
        return documentation
                .about(entity)
                .map(DocumentationPart::properties)
                .map(Documented::parse)
                .orElseGet(Trees::object);
    }

    /** A JSON object in a text, number for number; an empty object if there is none. */
    static JsonNode parse(String text) {
        return SourceDocument.readObject(text).orElseGet(Trees::object);
    }
}
