package io.tocsin.news.find.time;

import io.tocsin.incident.TimePrecision;
import io.tocsin.news.lexicon.Numbers;
import io.tocsin.news.lexicon.Numbers.Figure;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;

/** {@code two days ago}, {@code three days on from the raid}, counted from publication; {@code three days earlier}, counted from what was told last. */
final class Ago {

    private static final int MOST = 10_000;
    private static final int ABOUT_A_WEEK = 3;

    private static final Set<String> A = Words.of("articles");
    private static final Set<String> BACK = Words.of("back");

    private static final Set<String> CAME = Words.of("came");
    private static final Set<String> ATTACKS = Words.of("attacks-that-came");

    private static final Set<String> ENDS_ON = Words.of("ends-days-on");

    private final Reckoning reckoning;

    Ago(Reckoning reckoning) {
        this.reckoning = reckoning;
    }

    /** The time that begins at the position with a number. */
    Optional<When> at(Sentence s, int at) {
        Optional<Figure> count = A.contains(s.word(at)) ? Optional.of(new Figure(1, at, at + 1)) : Numbers.at(s, at);
        return count.filter(each -> each.value() <= MOST).flatMap(each -> at(s, at, each));
    }

    private Optional<When> at(Sentence s, int at, Figure count) {
        int unit = count.until();
        int end = unit + 2;
        String way = s.word(unit + 1);
        boolean ago = way.equals("ago") || (way.equals("on") && ENDS_ON.contains(s.word(end)));
        if (!ago && !BACK.contains(way)) {
            return Optional.empty();
        }
        boolean clause = s.size() > end && s.tokens().get(end).isWord();
        int n = way.equals("after") && !clause ? count.value() : -count.value();
        LocalDate base = ago ? reckoning.today() : reckoning.anchor();
        return switch (s.word(unit)) {
            case "hour", "hours", "minutes" ->
                Optional.of(reckoning
                        .monthOfSentence()
                        .filter(month -> !ago)
                        .map(month -> When.month(month, at, end))
                        .orElseGet(() -> When.day(base, at, end)));
            case "day", "days" ->
                way.equals("after") && clause && !reckoning.hasNamed()
                        ? Optional.of(isOfTold(s, at) ? When.day(base.plusDays(n), at, end) : sinceClause(n, at, end))
                        : Optional.of(Parts.of(s, When.day(base.plusDays(n), at, end)));
            case "night", "nights" ->
                Optional.of(When.day(base.plusDays(n), at, end).in(PartOfDay.NIGHT, end));
            case "week", "weeks" -> Optional.of(around(base.plusWeeks(n), at, end));
            case "fortnight" -> Optional.of(around(base.plusWeeks(2L * n), at, end));
            case "month", "months" -> Optional.of(When.month(YearMonth.from(base.plusMonths(n)), at, end));
            case "year", "years" -> Optional.of(When.year(base.plusYears(n).getYear(), at, end));
            default -> Optional.empty();
        };
    }

    /** {@code The attack came ten days after gunmen had stopped a wagon}: counted from the attack. */
    private boolean isOfTold(Sentence s, int at) {
        return reckoning.hasTold() && CAME.contains(s.word(at - 1)) && ATTACKS.contains(s.word(at - 2));
    }

    /** {@code have been found, four days after men went ashore}: counted from publication, or the day before it, whose news it is. */
    private When sinceClause(int days, int at, int end) {
        LocalDate day = reckoning.today().plusDays(days);
        return When.moment(day.minusDays(1), day.plusDays(1), TimePrecision.DAY, at, end);
    }

    private When around(LocalDate day, int at, int end) {
        LocalDate until = day.plusDays(ABOUT_A_WEEK + 1L);
        LocalDate tomorrow = reckoning.tomorrow();
        return When.moment(
                day.minusDays(ABOUT_A_WEEK), until.isAfter(tomorrow) ? tomorrow : until, TimePrecision.WEEK, at, end);
    }
}
