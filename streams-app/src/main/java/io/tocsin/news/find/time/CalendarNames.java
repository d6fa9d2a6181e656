package io.tocsin.news.find.time;

import io.tocsin.news.lexicon.Numbers;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names of days and months, in capitals, as English has them. */
final class CalendarNames {

    private static final Map<String, DayOfWeek> WEEKDAYS = weekdays();
    private static final Map<String, Month> MONTHS = months();

    private static final Set<String> BEFORE_MONTHS = Words.of("before-months");

    private CalendarNames() {}

    /** The weekday that is named at the position. */
    static Optional<DayOfWeek> weekday(Sentence s, int at) {
        return s.isCapital(at) ? Optional.ofNullable(WEEKDAYS.get(s.word(at))) : Optional.empty();
    }

    /** The month that is named at the position, beside a day. */
    static Optional<Month> month(Sentence s, int at) {
        return s.isCapital(at) ? Optional.ofNullable(MONTHS.get(s.word(at))) : Optional.empty();
    }

    /** The month that is named without a day; "May" and "March" may be other words. */
    static Optional<Month> monthAlone(Sentence s, int at) {
        return month(s, at)
                .filter(month -> (month != Month.MAY && month != Month.MARCH)
                        || BEFORE_MONTHS.contains(s.word(at - 1))
                        || Numbers.year(s, at + 1).isPresent());
    }

    /** Whether the word is a month's name, whatever else it may be. */
    static boolean isMonth(String word) {
        return MONTHS.containsKey(word);
    }

    /** Its name for people. */
    static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static Map<String, DayOfWeek> weekdays() {
        Map<String, DayOfWeek> weekdays = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            weekdays.put(name(day).toLowerCase(Locale.ROOT), day);
        }
        return weekdays;
    }

    private static Map<String, Month> months() {
        Map<String, Month> months = new HashMap<>();
        for (Month month : Month.values()) {
            String name = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT);
            months.put(name, month);
            if (month != Month.MAY) {
                months.put(name.substring(0, 3), month);
            }
        }
        months.put("sept", Month.SEPTEMBER);
        return months;
    }
}
