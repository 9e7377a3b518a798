package io.tollgate.model.stage;

import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.option.OptionTags;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The additive options of a stage: its tags whose keys begin with {@code tollgate:}. To add one, add a component here and
 * read it in {@link #read}; it travels to the nodes with every change of the stage's tags.
 *
 * @param canarySticky {@code tollgate:canary-sticky}: what keeps a caller on its side of the canary, or null
 * @param canaryForceHeader {@code tollgate:canary-force-header}: the header by which testers choose the side, or null
 * @param canaryRollback {@code tollgate:canary-rollback}: when the canary is rolled back without being asked, or null
 * @param validationDetails {@code tollgate:validation-details}: whether the answer to an invalid body names what is wrong in it
 * @param rateLimitHeaders {@code tollgate:rate-limit-headers}: whether answers tell callers of the limit that they met
 * @param cacheFetchOnce {@code tollgate:cache-fetch-once}: whether of concurrent misses of one cache key only one goes to the
 *     backend; true if it is not set
 */
public record StageOptions(
        @Nullable CallerField canarySticky,
        @Nullable String canaryForceHeader,
        @Nullable RollbackRule canaryRollback,
        boolean validationDetails,
        boolean rateLimitHeaders,
        boolean cacheFetchOnce) {

    /** A stage without options. */
    public static final StageOptions NONE = read(new OptionTags(Map.of()));

    private static StageOptions read(OptionTags tags) {
        return new StageOptions(
                tags.read("canary-sticky", CallerField::parse),
                tags.read("canary-force-header", CallerField::headerName),
                tags.read("canary-rollback", RollbackRule::parse),
                Boolean.TRUE.equals(tags.read("validation-details", StageOptions::flag)),
                Boolean.TRUE.equals(tags.read("rate-limit-headers", StageOptions::flag)),
                !Boolean.FALSE.equals(tags.read("cache-fetch-once", StageOptions::flag)));
    }

    private static Boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        };
    }

    /**
     * The options among the tags of a stage.
     *
     * @throws BadRequestException if a tag that begins with {@code tollgate:} is unknown or has a bad value
     */
    public static StageOptions of(Map<String, String> tags) {
        OptionTags options = new OptionTags(tags);
        StageOptions read = read(options);
        options.check();
        return read;
    }

    /** The options among tags that another version may have stored: the listener hears of those that are passed over. */
    public static StageOptions stored(Map<String, String> tags, Consumer<String> passedOver) {
        OptionTags options = new OptionTags(tags);
        StageOptions read = read(options);
        options.problems().forEach(passedOver);
        return read;
    }
}
