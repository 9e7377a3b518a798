package io.tollgate.model.restapi;

import io.tollgate.model.error.ApiException.BadRequestException;
import java.util.regex.Pattern;

/** What a segment of a resource's path may be (features 2.2): a text, a variable, or a greedy variable. */
public final class PathParts {
    private static final Pattern PART = Pattern.compile("[a-zA-Z0-9._\\-,:$~@!*'()&=;%]+|\\{[a-zA-Z0-9._\\-:]+\\+?\\}");

    private PathParts() {}

    /** Refuses what is no segment. */
    public static void check(String part) {
        if (!PART.matcher(part).matches()) {
            throw new BadRequestException(
                    "Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly braces at"
                            + " the beginning and the end.");
        }
    }

    /** Whether a segment stands for any text. */
    public static boolean isVariable(String part) {
        return part.startsWith("{");
    }

    /** Whether a segment stands for all that follows. */
    public static boolean isGreedy(String part) {
        return part.endsWith("+}");
    }
}
