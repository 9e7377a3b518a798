package io.tollgate.model.option;

import io.tollgate.model.error.ApiException.BadRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The tags of one thing that are additive options. Whoever knows the options asks for each by its name; what nobody asked
 * for, and what could not be read, are the problems. Used by one thread.
 */
public final class OptionTags {
    /** What the keys of options begin with. */
    public static final String PREFIX = "tollgate:";

    private final Map<String, String> unread = new TreeMap<>();
    private final TreeSet<String> known = new TreeSet<>();
    private final List<String> bad = new ArrayList<>();

    /** The options among these tags. */
    public OptionTags(Map<String, String> tags) {
        tags.forEach((key, value) -> {
            if (key.startsWith(PREFIX)) {
                unread.put(key, value);
            }
        });
    }

    /**
     * The value of an option, or null if there is none or it is bad.
     *
     * @param name what follows the prefix
     * @param parser makes the value of the tag's text; an IllegalArgumentException says what the text must be
     */
    public <T> @Nullable T read(String name, Function<String, T> parser) {
        String key = PREFIX + name;
        known.add(key);
        String text = unread.remove(key);
        if (text == null) {
            return null;
        }
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException refused) {
            bad.add("Invalid value '" + text + "' of tag " + key + ": " + refused.getMessage());
            return null;
        }
    }

    /** What is wrong, once all options were read: empty if nothing is. */
    public List<String> problems() {
        List<String> all = new ArrayList<>(bad);
        String allowed = known.isEmpty() ? "There are none here." : "Known here: " + known + ".";
        unread.keySet().forEach(key -> all.add("Unknown option in tag " + key + ". " + allowed));
        return all;
    }

    /**
     * Ends the reading.
     *
     * @throws BadRequestException if anything is wrong; it names every such tag
     */
    public void check() {
        List<String> problems = problems();
        if (!problems.isEmpty()) {
            throw new BadRequestException(String.join("; ", problems));
        }
    }
}
