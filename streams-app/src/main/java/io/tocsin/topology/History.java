package io.tocsin.topology;

import java.time.Duration;
import java.time.Instant;

/**
 * How far back a task remembers.
 *
 * @param span reports about days further back than this are not taken in
 * @param mostReports when a task holds more, its oldest days leave, whatever the span
 * @param articles so long after an article was read a changed text of it changes its reports
 */
public record History(Duration span, int mostReports, Duration articles) {

    /**
     * So many days longer is remembered what can no longer change, so that a late report never meets half of the reports
     * that it belongs with.
     */
    static final int SETTLED_DAYS = 30;

    /** All that there is: to replay a history of many years, in whatever order it lies. */
    public static final History ENDLESS =
            new History(Duration.ofDays(400_000), Integer.MAX_VALUE, Duration.ofDays(400_000));

    private static final long BEFORE_ALL = Integer.MIN_VALUE / 2;
    private static final long SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

    public History {
        if (span.compareTo(Duration.ofDays(1)) < 0 || mostReports < 1 || articles.isNegative()) {
            throw new IllegalArgumentException(
                    "a history of " + span + ", " + mostReports + " reports, and articles of " + articles);
        }
    }

    /** The first day, since 1970, that is taken in. */
    int firstDay(Instant now) {
        return (int) Math.max(BEFORE_ALL, Math.floorDiv(now.getEpochSecond() - span.toSeconds(), SECONDS_A_DAY));
    }

    /** The first day that is remembered. */
    int firstRemembered(Instant now) {
        return firstDay(now) - SETTLED_DAYS;
    }

    /** Articles that were last read before then are forgotten. */
    Instant articlesFrom(Instant now) {
        return now.minus(articles);
    }
}
