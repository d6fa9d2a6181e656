package io.tocsin.news.find.time;

import io.tocsin.incident.TimePrecision;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Times counted back by no number: {@code a few days ago}, {@code several weeks earlier}, {@code a couple of days ago}. */
final class SomeAgo {

    private static final int WEEK = 7;
    private static final int WEEKS = 6;
    private static final int COUPLE = 4;

    private static final Set<String> SOME = Words.of("some-units-of-time");
    private static final Set<String> TWO_OR_SO = Words.of("couple");

    private final Reckoning reckoning;

    SomeAgo(Reckoning reckoning) {
        this.reckoning = reckoning;
    }

    /** The time that begins at the position. */
    Optional<When> at(Sentence s, int at) {
        boolean couple = TWO_OR_SO.contains(s.word(at));
        int unit = s.word(at + 1).equals("of") && couple ? at + 2 : at + 1;
        boolean ago = s.word(unit + 1).equals("ago");
        if (!(couple || SOME.contains(s.word(at))) || !(ago || s.word(unit + 1).equals("earlier"))) {
            return Optional.empty();
        }
        LocalDate base = ago ? reckoning.today() : reckoning.anchor();
        return switch (s.word(unit)) {
            case "days", "nights" ->
                Optional.of(back(
                        base.minusDays(couple ? COUPLE : WEEK), base.minusDays(1), TimePrecision.WEEK, at, unit + 2));
            case "weeks" ->
                Optional.of(back(
                        base.minusWeeks(couple ? COUPLE - 1 : WEEKS),
                        base.minusWeeks(1),
                        TimePrecision.MONTH,
                        at,
                        unit + 2));
            default -> Optional.empty();
        };
    }

    private static When back(LocalDate from, LocalDate until, TimePrecision precision, int at, int end) {
        return When.moment(from, until, precision, at, end);
    }
}
