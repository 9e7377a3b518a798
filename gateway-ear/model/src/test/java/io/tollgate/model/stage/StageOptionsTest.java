package io.tollgate.model.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.stage.CallerField.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageOptionsTest {

    @Test
    void tagsOfOtherPrefixesAreNoOptions() {
        assertThat(StageOptions.of(Map.of("team", "pets", "tollgates:x", "y"))).isEqualTo(StageOptions.NONE);
    }

    @Test
    void everyOptionIsReadFromItsTag() {
        StageOptions options = StageOptions.of(Map.of(
                "tollgate:canary-sticky", "cookie:session",
                "tollgate:canary-force-header", "X-Canary",
                "tollgate:canary-rollback", "5xx=2",
                "tollgate:validation-details", "true",
                "tollgate:rate-limit-headers", "true"));
        assertThat(options.validationDetails()).isTrue();
        assertThat(options.rateLimitHeaders()).isTrue();
        assertThat(options.canaryRollback()).isEqualTo(RollbackRule.parse("5xx=2"));
        assertThat(options.canarySticky()).isEqualTo(new CallerField(Place.COOKIE, "session"));
        assertThat(options.canaryForceHeader()).isEqualTo("X-Canary");
    }

    @ParameterizedTest
    @CsvSource({
        "canary-sticky, header:, must be header:NAME or cookie:NAME",
        "canary-sticky, X-User, must be header:NAME or cookie:NAME",
        "canary-sticky, query:user, must be header:NAME or cookie:NAME",
        "canary-sticky, header:X User, must be header:NAME or cookie:NAME",
        "canary-force-header, X Canary, must be the name of a header",
        "validation-details, 1, must be true or false",
        "rate-limit-headers, yes, must be true or false",
        "canary-rollback, 5xx=200, 5xx must be a number from 0 to 100",
    })
    void aBadValueIsRefusedByTheNameOfItsTag(String option, String value, String why) {
        assertThatThrownBy(() -> StageOptions.of(Map.of("tollgate:" + option, value)))
                .isInstanceOf(BadRequestException.class)
                .hasMessage("Invalid value '" + value + "' of tag tollgate:" + option + ": " + why);
    }

    @Test
    void concurrentMissesAreFetchedOnceUnlessATagSaysOtherwise() {
        assertThat(StageOptions.NONE.cacheFetchOnce()).isTrue();
        assertThat(StageOptions.of(Map.of("tollgate:cache-fetch-once", "false")).cacheFetchOnce())
                .isFalse();
    }

    @Test
    void anUnknownOptionIsRefusedByItsName() {
        assertThatThrownBy(() -> StageOptions.of(Map.of("tollgate:canary-stikky", "header:X-User")))
                .isInstanceOf(BadRequestException.class)
                .hasMessageStartingWith("Unknown option in tag tollgate:canary-stikky. Known here: [tollgate:");
    }

    @Test
    void whatAnotherVersionHasStoredIsPassedOverOneByOne() {
        List<String> passedOver = new ArrayList<>();
        StageOptions options = StageOptions.stored(
                Map.of("tollgate:from-tomorrow", "1", "tollgate:canary-force-header", "X-Canary"), passedOver::add);
        assertThat(options.canaryForceHeader()).isEqualTo("X-Canary");
        assertThat(passedOver).singleElement().asString().contains("tollgate:from-tomorrow");
    }
}
