package io.tollgate.model.openapi.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2 (and the merge key of 1.1) into a tree with lines. Built from parser events, so no tag ever makes an
 * object; an alias counts as many nodes as it stands for.
 */
final class YamlSource {
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setCodePointLimit(SourceDocument.LARGEST + 1)
            .setLabel("document")
            .build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final Set<String> TAGS = Stream.of(
                    "!", "str", "int", "float", "bool", "null", "map", "seq", "timestamp")
            .map(name -> name.equals("!") ? name : "tag:yaml.org,2002:" + name)
            .collect(Collectors.toUnmodifiableSet());

    private final Iterator<Event> events;
    private final Lines lines = new Lines();
    private final Map<Anchor, JsonNode> anchors = new HashMap<>();
    private final Map<Anchor, Integer> sizes = new HashMap<>();
    private int nodes;
    private int depth;

    YamlSource(String text) {
        events = new Parse(SETTINGS).parseString(text).iterator();
    }

    SourceDocument read() throws UnreadableDocumentException {
        try {
            JsonNode root = NODES.nullNode();
            while (events.hasNext()) {
                Event event = events.next();
                if (event.getEventId() == Event.ID.DocumentStart && !root.isNull()) {
                    throw new UnreadableDocumentException("A second document begins", line(event));
                }
                root = event instanceof NodeEvent node ? node(node) : root;
            }
            return new SourceDocument(root, lines);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            throw new UnreadableDocumentException(e.getProblem() == null ? "Not YAML" : e.getProblem(), line);
        } catch (YamlEngineException e) {
            throw new UnreadableDocumentException(String.valueOf(e.getMessage()), 1);
        }
    }

    private JsonNode node(NodeEvent event) throws UnreadableDocumentException {
        if (event instanceof AliasEvent alias) {
            return alias(alias);
        }
        checkTag(event);
        int before = nodes;
        count(event, 1);
        JsonNode value = value(event);
        event.getAnchor().ifPresent(anchor -> {
            anchors.put(anchor, value);
            sizes.put(anchor, nodes - before);
        });
        return value;
    }

    private JsonNode alias(AliasEvent event) throws UnreadableDocumentException {
        JsonNode value = anchors.get(event.getAlias());
        if (value == null) {
            throw new UnreadableDocumentException("Unknown or recursive alias " + event.getAlias(), line(event));
        }
        count(event, sizes.getOrDefault(event.getAlias(), 1));
        return value;
    }

    private void count(Event event, int more) throws UnreadableDocumentException {
        nodes += more;
        if (nodes > SourceDocument.MOST_NODES) {
            throw new UnreadableDocumentException("Too many nodes, aliases written out", line(event));
        }
    }

    private JsonNode value(NodeEvent event) throws UnreadableDocumentException {
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar);
        }
        if (++depth > SourceDocument.DEEPEST) {
            throw new UnreadableDocumentException("Nested deeper than " + SourceDocument.DEEPEST, line(event));
        }
        JsonNode value = event instanceof MappingStartEvent mapping ? mapping(mapping) : sequence(event);
        depth--;
        return value;
    }

    private ArrayNode sequence(Event start) throws UnreadableDocumentException {
        if (!(start instanceof SequenceStartEvent)) {
            throw new UnreadableDocumentException("Unexpected " + start.getEventId(), line(start));
        }
        ArrayNode array = NODES.arrayNode();
        lines.start(array, line(start));
        for (Event event = events.next(); event instanceof NodeEvent item; event = events.next()) {
            array.add(node(item));
        }
        return array;
    }

    private ObjectNode mapping(Event start) throws UnreadableDocumentException {
        ObjectNode object = NODES.objectNode();
        ObjectNode merged = NODES.objectNode();
        lines.start(object, line(start));
        for (Event event = events.next(); event instanceof NodeEvent; event = events.next()) {
            if (!(event instanceof ScalarEvent key)) {
                throw new UnreadableDocumentException("A key must be a text", line(event));
            }
            JsonNode value = events.next() instanceof NodeEvent node ? node(node) : NODES.nullNode();
            if (key.isPlain() && key.getValue().equals("<<")) {
                merge(merged, value, key);
            } else {
                object.set(key.getValue(), value);
                lines.member(object, key.getValue(), line(key));
            }
        }
        merged.properties().forEach(member -> {
            if (!object.has(member.getKey())) {
                object.set(member.getKey(), member.getValue());
            }
        });
        return object;
    }

    private static void merge(ObjectNode into, JsonNode value, Event key) throws UnreadableDocumentException {
        for (JsonNode source : value.isArray() ? value : NODES.arrayNode().add(value)) {
            if (!(source instanceof ObjectNode object)) {
                throw new UnreadableDocumentException("Only maps can be merged", line(key));
            }
            object.properties().forEach(member -> {
                if (!into.has(member.getKey())) {
                    into.set(member.getKey(), member.getValue());
                }
            });
        }
    }

    private static JsonNode scalar(ScalarEvent event) {
        String tag = event.getTag().orElse("");
        boolean text = !event.isPlain() || tag.equals("!") || tag.endsWith(":str");
        return text ? TextNode.valueOf(event.getValue()) : Scalars.plain(event.getValue());
    }

    private static void checkTag(NodeEvent event) throws UnreadableDocumentException {
        Optional<String> tag = Optional.empty();
        if (event instanceof ScalarEvent scalar) {
            tag = scalar.getTag();
        } else if (event instanceof CollectionStartEvent collection) {
            tag = collection.getTag();
        }
        if (tag.isPresent() && !TAGS.contains(tag.get())) {
            throw new UnreadableDocumentException("Unknown tag " + tag.get(), line(event));
        }
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}
