package io.tollgate.controlplane.tags;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.store.Documents;
import io.tollgate.controlplane.store.Installation;
import io.tollgate.controlplane.wire.Json;
import io.tollgate.model.error.ApiException.BadRequestException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tags of things, by their ARNs. */
@ApplicationScoped
public class Tags {
    private static final int MOST = 50;

    private final Documents<TagsRow, TagSet> rows;
    private final Installation installation;

    /** The tags of one ARN. */
    record TagSet(Map<String, String> tags) {}

    /** Tags in this database. */
    @Inject
    public Tags(EntityManager entities, Installation installation) {
        this.rows = new Documents<>(entities, TagsRow.class, TagsRow::new, TagSet.class);
        this.installation = installation;
    }

    /** The ARN of something by its path, for example {@code /restapis/abc}. */
    public String arn(String path) {
        return "arn:aws:apigateway:" + installation.region() + "::" + path;
    }

    /** The tags of something by its path. */
    public Map<String, String> of(String path) {
        return rows.find(arn(path)).map(TagSet::tags).orElse(Map.of());
    }

    /** The tags by ARN. */
    Map<String, String> ofArn(String arn) {
        return rows.find(arn).map(TagSet::tags).orElse(Map.of());
    }

    /** The tags of all things whose paths begin like this, by path; those that have none are left out. */
    public Map<String, Map<String, String>> below(String prefix) {
        int host = arn(prefix).length() - prefix.length();
        Map<String, Map<String, String>> found = new HashMap<>();
        rows.below(arn(prefix)).forEach((arn, set) -> found.put(arn.substring(host), set.tags()));
        return found;
    }

    /** Adds or replaces tags of something by its path. */
    public void put(String path, @Nullable Map<String, String> added) {
        if (added != null && !added.isEmpty()) {
            putArn(arn(path), added);
            OptionRules.check(path, of(path));
        }
    }

    void putArn(String arn, Map<String, String> added) {
        Map<String, String> all = new TreeMap<>(ofArn(arn));
        added.forEach((key, value) -> {
            if (key.isEmpty() || key.length() > 128 || value.length() > 256) {
                throw new BadRequestException("Tag keys have 1 to 128 characters and values at most 256");
            }
            if (key.startsWith("aws:")) {
                throw new BadRequestException("Tag keys must not begin with aws:");
            }
            all.put(key, value);
        });
        if (all.size() > MOST) {
            throw new BadRequestException("A resource can have at most " + MOST + " tags");
        }
        rows.put(arn, "", new TagSet(all));
    }

    void removeArn(String arn, Iterable<String> keys) {
        Map<String, String> all = new TreeMap<>(ofArn(arn));
        keys.forEach(all::remove);
        if (all.isEmpty()) {
            rows.delete(arn);
        } else {
            rows.put(arn, "", new TagSet(all));
        }
    }

    /** Removes all tags of something by its path. */
    public void forget(String path) {
        rows.delete(arn(path));
    }

    /** A record as an answer that shows its tags. */
    public ObjectNode shown(Object record, String path) {
        ObjectNode answer = Json.draft(record);
        ObjectNode tags = answer.putObject("tags");
        of(path).forEach(tags::put);
        return answer;
    }

    /** A record just made, as an answer: it shows tags only if there are some. */
    public ObjectNode created(Object record, String path) {
        ObjectNode answer = shown(record, path);
        if (answer.path("tags").isEmpty()) {
            answer.remove("tags");
        }
        return answer;
    }
}
