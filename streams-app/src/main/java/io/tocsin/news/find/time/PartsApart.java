package io.tocsin.news.find.time;

import io.tocsin.news.find.time.When.Use;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Brings a part of the day that is told apart from its day to it: {@code On Thursday a blast wrecked a shop, in the small hours}. */
final class PartsApart {

    private static final Set<String> ANEW = Words.of("tells-of-another-part");

    private static final Set<String> HOURS = Words.of("hours");
    private static final Set<String> LATER = Words.of("hours-on");
    private static final Set<PartOfDay> LATE = EnumSet.of(PartOfDay.EVENING, PartOfDay.NIGHT);
    private static final Set<PartOfDay> EARLY = EnumSet.of(PartOfDay.EARLY, PartOfDay.FIRST_LIGHT, PartOfDay.MORNING);

    private PartsApart() {}

    /** The times, those of a day that is told without its part in the only one that the sentence tells of that day. */
    static List<When> with(Sentence s, List<When> whens) {
        List<When> brought = new ArrayList<>(whens);
        for (int i = 0; i < whens.size(); i++) {
            When when = whens.get(i);
            if (isBare(when)) {
                Optional<When> part = onlyPart(s, whens, when);
                int which = i;
                part.ifPresent(found ->
                        brought.set(which, isHoursFrom(s, when, found) ? apart(s, when, found) : in(when, found)));
            }
        }
        return brought;
    }

    private static boolean isBare(When when) {
        return when.use() == Use.MOMENT
                && when.isOfDay()
                && when.part().isEmpty()
                && when.clock().isEmpty();
    }

    private static Optional<When> onlyPart(Sentence s, List<When> whens, When day) {
        Optional<When> only = Optional.empty();
        for (When when : whens) {
            boolean other = !when.from().equals(day.from()) || !when.until().equals(day.until());
            boolean moment = when.use() == Use.MOMENT && when.isOfDay();
            if (moment && !other && !isBare(when)) {
                if (only.isPresent() || ANEW.contains(s.word(when.at() - 1))) {
                    return Optional.empty();
                }
                only = Optional.of(when);
            }
        }
        return only;
    }

    /** {@code on Wednesday evening, hours before}, but not {@code hours later, shortly before midnight}. */
    private static boolean isHoursFrom(Sentence s, When when, When part) {
        return s.has(HOURS, when.at(), when.end()) && part.at() < when.at();
    }

    /** {@code on Wednesday evening, hours before drones came}: those may have come the day after. */
    private static When apart(Sentence s, When hours, When part) {
        boolean after = s.has(LATER, hours.at(), hours.end() + 1);
        boolean late = part.part().filter(LATE::contains).isPresent();
        boolean early = part.part().filter(EARLY::contains).isPresent();
        LocalDate from = !after && early ? hours.from().minusDays(1) : hours.from();
        return hours.within(from, after && late ? hours.until().plusDays(1) : hours.until());
    }

    private static When in(When day, When part) {
        When brought = part.part().map(each -> day.in(each, day.end())).orElse(day);
        return part.clock().map(time -> brought.at(time, part.zone())).orElse(brought);
    }
}
