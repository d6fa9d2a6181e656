package io.tocsin.resolve;

import java.util.Locale;
import java.util.Optional;

/**
 * What comparing one feature of two reports comes to. Every feature comes to exactly one finding. A finding may be tied
 * to a closer one of its feature, which it never outweighs: farther and later never scores higher.
 */
public enum Finding {
    /** Any two reports that meet. */
    ANY_PAIR(Feature.PRIOR),

    // both known to the minute: between the two stretches
    WITHIN_AN_HOUR(Feature.TIME),
    WITHIN_THREE_HOURS(Feature.TIME, WITHIN_AN_HOUR),
    WITHIN_TWELVE_HOURS(Feature.TIME, WITHIN_THREE_HOURS),
    MORE_HOURS(Feature.TIME, WITHIN_TWELVE_HOURS),
    // known to the day
    SAME_DAY(Feature.TIME),
    NEXT_DAY(Feature.TIME, SAME_DAY),
    DAYS_APART(Feature.TIME, NEXT_DAY),
    // at least one known to some days only
    WITHIN_THE_DAYS(Feature.TIME),
    NEAR_THE_DAYS(Feature.TIME, WITHIN_THE_DAYS),
    OUTSIDE_THE_DAYS(Feature.TIME, NEAR_THE_DAYS),
    // at least one known to weeks or worse
    WITHIN_THE_MONTH(Feature.TIME),
    NEAR_THE_MONTH(Feature.TIME, WITHIN_THE_MONTH),
    OUTSIDE_THE_MONTH(Feature.TIME, NEAR_THE_MONTH),

    // both known to the site
    WITHIN_1_KM(Feature.DISTANCE),
    WITHIN_2_KM(Feature.DISTANCE, WITHIN_1_KM),
    WITHIN_5_KM(Feature.DISTANCE, WITHIN_2_KM),
    BEYOND_5_KM(Feature.DISTANCE, WITHIN_5_KM),
    // at least one known to a district or province
    WITHIN_THE_AREA(Feature.DISTANCE),
    OUTSIDE_THE_AREA(Feature.DISTANCE, WITHIN_THE_AREA),
    NO_DISTANCE(Feature.DISTANCE, WITHIN_1_KM),

    SAME_SITE(Feature.PLACE),
    SAME_CHIEF_TOWN(Feature.PLACE, SAME_SITE),
    SITE_ALIKE(Feature.PLACE, SAME_SITE),
    OTHER_SITE(Feature.PLACE, SITE_ALIKE),
    OTHER_PROVINCE(Feature.PLACE, OTHER_SITE),
    // at least one known to no site
    SAME_DISTRICT(Feature.PLACE, SAME_SITE),
    SAME_PROVINCE(Feature.PLACE, SAME_DISTRICT),
    SAME_COUNTRY(Feature.PLACE, SAME_PROVINCE),

    SAME_CATEGORY(Feature.CATEGORY),
    SAME_FAMILY(Feature.CATEGORY, SAME_CATEGORY),
    CATEGORY_UNKNOWN(Feature.CATEGORY, SAME_CATEGORY),
    KIN_FAMILY(Feature.CATEGORY, SAME_FAMILY),
    OTHER_FAMILY(Feature.CATEGORY, KIN_FAMILY),

    SAME_MASS_KILLED(Feature.KILLED),
    SAME_MANY_KILLED(Feature.KILLED, SAME_MASS_KILLED),
    SAME_SOME_KILLED(Feature.KILLED, SAME_MANY_KILLED),
    SAME_FEW_KILLED(Feature.KILLED, SAME_SOME_KILLED),
    SAME_ONE_KILLED(Feature.KILLED, SAME_FEW_KILLED),
    NONE_KILLED(Feature.KILLED, SAME_MANY_KILLED),
    CLOSE_MANY_KILLED(Feature.KILLED, SAME_MANY_KILLED),
    CLOSE_KILLED(Feature.KILLED, CLOSE_MANY_KILLED),
    KILLED_UNKNOWN(Feature.KILLED, SAME_MANY_KILLED),
    OTHER_KILLED(Feature.KILLED, CLOSE_KILLED),
    FAR_FROM_KILLED(Feature.KILLED, OTHER_KILLED),

    SAME_INJURED(Feature.INJURED),
    CLOSE_INJURED(Feature.INJURED, SAME_INJURED),
    INJURED_UNKNOWN(Feature.INJURED, SAME_INJURED),
    OTHER_INJURED(Feature.INJURED, CLOSE_INJURED),

    SAME_QUANTITY(Feature.QUANTITY),
    QUANTITY_UNKNOWN(Feature.QUANTITY, SAME_QUANTITY),
    OTHER_QUANTITY(Feature.QUANTITY, QUANTITY_UNKNOWN),

    SAME_ARTICLE(Feature.SOURCE),
    SAME_SOURCE_SAME_DAY(Feature.SOURCE),
    SAME_SOURCE(Feature.SOURCE),
    OTHER_SOURCE(Feature.SOURCE),

    PUBLISHED_THE_SAME_DAY(Feature.PUBLISHED),
    PUBLISHED_TOGETHER(Feature.PUBLISHED, PUBLISHED_THE_SAME_DAY),
    PUBLISHED_DAYS_APART(Feature.PUBLISHED, PUBLISHED_TOGETHER),
    PUBLISHED_WEEKS_APART(Feature.PUBLISHED, PUBLISHED_DAYS_APART),
    PUBLISHED_MONTHS_APART(Feature.PUBLISHED, PUBLISHED_WEEKS_APART),

    SAME_ORIGIN(Feature.ORIGIN),
    OTHER_ORIGIN(Feature.ORIGIN, SAME_ORIGIN),

    SAME_TARGET_KIND(Feature.TARGET_KIND),
    TARGET_KIND_UNKNOWN(Feature.TARGET_KIND, SAME_TARGET_KIND),
    OTHER_TARGET_KIND(Feature.TARGET_KIND, TARGET_KIND_UNKNOWN),

    SAME_TARGET_NAME(Feature.TARGET_NAME),
    TARGET_NAME_ALIKE(Feature.TARGET_NAME, SAME_TARGET_NAME),
    TARGET_NAME_UNKNOWN(Feature.TARGET_NAME, TARGET_NAME_ALIKE),
    OTHER_TARGET_NAME(Feature.TARGET_NAME, TARGET_NAME_UNKNOWN),

    SAME_WORDS(Feature.WORDING),
    MOST_WORDS(Feature.WORDING, SAME_WORDS),
    MANY_WORDS(Feature.WORDING, MOST_WORDS),
    SOME_WORDS(Feature.WORDING, MANY_WORDS),
    FEW_WORDS(Feature.WORDING, SOME_WORDS),
    OTHER_WORDS(Feature.WORDING, FEW_WORDS),
    NO_WORDS(Feature.WORDING, SOME_WORDS);

    private final Feature feature;
    private final Optional<Finding> closer;

    Finding(Feature feature) {
        this.feature = feature;
        this.closer = Optional.empty();
    }

    Finding(Feature feature, Finding closer) {
        this.feature = feature;
        this.closer = Optional.of(closer);
    }

    /** What is compared. */
    public Feature feature() {
        return feature;
    }

    /** The finding that weighs at least as much. */
    public Optional<Finding> closer() {
        return closer;
    }

    /** Its name in the table of weights and in reasons. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
