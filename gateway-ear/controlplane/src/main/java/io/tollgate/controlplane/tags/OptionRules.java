package io.tollgate.controlplane.tags;

import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.option.OptionTags;
import io.tollgate.model.plan.KeyOptions;
import io.tollgate.model.stage.StageOptions;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Which tags that begin with {@code tollgate:} a thing may have, by its path. */
final class OptionRules {

    private record Rule(Pattern path, Consumer<Map<String, String>> check) {}

    private static final List<Rule> RULES = List.of(
            new Rule(Pattern.compile("/restapis/[^/]+/stages/[^/]+"), StageOptions::of),
            new Rule(Pattern.compile("/apikeys/[^/]+"), KeyOptions::of));

    private OptionRules() {}

    /**
     * Refuses options that the thing does not have.
     *
     * @throws BadRequestException if there is one, or it has a bad value; it names the tag
     */
    static void check(String path, Map<String, String> tags) {
        for (Rule rule : RULES) {
            if (rule.path().matcher(path).matches()) {
                rule.check().accept(tags);
                return;
            }
        }
        new OptionTags(tags).check();
    }
}
