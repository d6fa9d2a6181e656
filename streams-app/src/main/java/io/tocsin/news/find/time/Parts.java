package io.tocsin.news.find.time;

import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.Optional;
import java.util.Set;

/** The part of the day that is said after it: {@code Sunday night}, {@code May 3 before dawn}. */
final class Parts {

    private static final Set<String> TO_MORNING = Words.of("leads-to-day-after");

    private Parts() {}

    /** The same in the part of the day that is said after it. */
    static When of(Sentence s, When when) {
        return said(s, when).orElse(when);
    }

    /** The same early in the day: in the early morning, or before it. */
    static When early(Sentence s, When when) {
        Optional<PartOfDay> part = PartOfDay.named(s.word(when.end()));
        boolean small = part.isPresent() && (part.get() == PartOfDay.MORNING || part.get() == PartOfDay.EARLY);
        return small
                ? when.in(PartOfDay.EARLY, when.end() + 1)
                : said(s, when).orElseGet(() -> when.in(PartOfDay.EARLY, when.end()));
    }

    /** The same late in the day. */
    static When late(Sentence s, When when) {
        return said(s, when).orElseGet(() -> when.in(PartOfDay.NIGHT, when.end()));
    }

    /** {@code Sunday night}, {@code Tuesday at noon}, {@code Saturday, shortly before midnight}. */
    private static Optional<When> said(Sentence s, When when) {
        int end = when.end();
        Optional<PartOfDay> part = PartOfDay.named(s.word(end));
        if (part.isPresent()) {
            return part.map(each -> when.in(each, throughNight(s, each, end + 1)));
        }
        int next = s.word(end).equals(",") ? end + 1 : end;
        return DayParts.at(s, next).map(found -> when.in(found.meaning(), found.until()));
    }

    /** The position after the day that a night leads to: {@code Tuesday night into Wednesday}. */
    static int throughNight(Sentence s, PartOfDay part, int end) {
        boolean through = part == PartOfDay.NIGHT && TO_MORNING.contains(s.word(end));
        boolean day = CalendarNames.weekday(s, end + 1).isPresent()
                || Character.isDigit(
                        s.text(end + 1).isEmpty() ? ' ' : s.text(end + 1).charAt(0));
        return through && day ? end + 2 : end;
    }
}
