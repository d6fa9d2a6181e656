package io.tocsin.news.find.time;

import io.tocsin.news.find.time.When.Use;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a time is good for, by the words around it: when something was said, when somebody died of it, what is still to come. */
final class Uses {

    private static final int SAID_WITHIN = 4;
    private static final int DIED_WITHIN = 7;
    private static final int DEATH_WITHIN = 6;
    private static final int HOSPITAL_NAMED = 4;
    private static final int HOSPITAL_NAMED_OF_DEAD = 7;
    private static final int PLANNED_WITHIN = 5;

    /** How long a dash is with the blanks about it. */
    private static final int DASH = 3;

    private static final Set<String> SAYS = Words.of("saying-then");
    private static final Set<String> DIES = Words.of("dies-of-it");
    private static final Set<String> DIES_OF = Words.of("after-dies");
    private static final Set<String> WOUNDS = Words.of("died-of");
    private static final Set<String> HOSPITALS = Words.of("hospitals");
    private static final Set<String> IN = Words.of("in-hospital");
    private static final Set<String> SAYS_NO_MORE = Words.of("ends-saying");
    private static final Set<String> CUSTOMS = Words.of("customs-of-weekdays");
    private static final Set<String> WILL = Words.of("will");
    private static final Set<String> AFTER_PLANNED = Words.of("after-planned-days");

    private final LocalDate today;

    Uses(LocalDate today) {
        this.today = today;
    }

    /** The time for what it is good for; empty: something is planned for it that may not have happened. */
    Optional<When> of(Sentence s, When when) {
        if (when.use() != Use.MOMENT) {
            return Optional.of(when);
        }
        if (when.from().isAfter(today.plusDays(1))) {
            return Optional.of(when.as(Use.FUTURE));
        }
        if (isPlanned(s, when)) {
            return Optional.empty();
        }
        boolean said = when.isOfDay() && (isSaid(s, when) || isOfDeath(s, when) || isWritten(s, when));
        return Optional.of(said ? when.as(Use.SAID) : when);
    }

    /** {@code scheduled for Sunday}, {@code will be buried on Wednesday}, but not {@code blamed for Sunday's attack}. */
    private static boolean isPlanned(Sentence s, When when) {
        int before = when.at() - 1;
        while (s.word(before).equals("the") || s.word(before).equals("this")) {
            before--;
        }
        boolean ends = s.word(when.end()).isEmpty()
                || AFTER_PLANNED.contains(s.word(when.end()))
                || !s.tokens().get(when.end()).isWord();
        boolean named = CalendarNames.weekday(s, when.end() - 1).isPresent()
                || s.word(when.end() - 1).equals("weekend");
        if (s.word(before).equals("for") && ends && !s.word(when.end()).equals("'s")) {
            return named || when.part().isPresent();
        }
        for (int at = when.at() - 1; named && at >= when.at() - PLANNED_WITHIN; at--) {
            if (SAYS_NO_MORE.contains(s.word(at))) {
                return false;
            }
            if (WILL.contains(s.word(at))) {
                return true;
            }
        }
        return false;
    }

    /** {@code April 17 - At least 11 people}: when it was written. */
    private boolean isWritten(Sentence s, When when) {
        return s.lead()
                && when.at() <= 1
                && isBeforeDash(s, when.end())
                && !when.until().isBefore(today);
    }

    /** Whether a sign that is no token stands between blanks at the position: a dash. */
    private static boolean isBeforeDash(Sentence s, int at) {
        return at < s.size()
                && s.tokens().get(at).from() - s.tokens().get(at - 1).until() >= DASH;
    }

    /** Whether the time is that of a word of saying before it, or of what came of it: {@code the ministry said on Friday}, {@code by Friday}; not of {@code condemned Friday's attack}. */
    private static boolean isSaid(Sentence s, When when) {
        if (s.word(when.end()).equals("'s")) {
            return false;
        }
        if (s.word(when.at() - 1).equals("by")) {
            return true;
        }
        for (int at = when.at() - 1; at >= when.at() - SAID_WITHIN; at--) {
            if (SAYS.contains(s.word(at)) || isInHospital(s, at)) {
                return true;
            }
            if (s.word(at).isEmpty() || SAYS_NO_MORE.contains(s.word(at))) {
                return false;
            }
        }
        return false;
    }

    /** {@code died of burns on Monday}, {@code succumbed to their injuries over the weekend}. */
    private static boolean isOfDeath(Sentence s, When when) {
        for (int at = when.at() - 1; at >= when.at() - DIED_WITHIN && !SAYS_NO_MORE.contains(s.word(at)); at--) {
            if (DIES.contains(s.word(at)) && DIES_OF.contains(s.word(at + 1)) && s.has(WOUNDS, at + 2, when.at())) {
                return true;
            }
        }
        return false;
    }

    /** {@code taken to hospital}, {@code died at the regional hospital}, but not {@code bombed the hospital}. */
    private static boolean isInHospital(Sentence s, int at) {
        if (!HOSPITALS.contains(s.word(at))) {
            return false;
        }
        int in = at - 1;
        while (in > at - HOSPITAL_NAMED_OF_DEAD && !IN.contains(s.word(in))) {
            in--;
        }
        boolean near = in > at - HOSPITAL_NAMED && !s.word(in).equals("at");
        return IN.contains(s.word(in)) && (near || s.has(DIES, in - DEATH_WITHIN, in));
    }

    /** After the day of an attack that of a death is only one of the death: {@code who was hit on Tuesday died on Wednesday}. */
    static List<When> withDeaths(Sentence s, List<When> whens) {
        List<When> dated = new ArrayList<>();
        boolean told = false;
        for (When when : whens) {
            boolean moment = when.use() == Use.MOMENT;
            dated.add(moment && told && s.has(DIES, when.at() - DEATH_WITHIN, when.at()) ? when.as(Use.SAID) : when);
            told |= moment;
        }
        return dated;
    }

    /** Beside a day, what is only called after one says no more: {@code On Oct 18 he was shot as he left for Friday prayers}. */
    static List<When> withCustoms(Sentence s, List<When> whens) {
        boolean told =
                whens.stream().anyMatch(when -> when.use() == Use.MOMENT && when.isOfDay() && !isCustom(s, when));
        return told
                ? whens.stream()
                        .map(when -> isCustom(s, when) ? when.as(Use.SAID) : when)
                        .toList()
                : whens;
    }

    private static boolean isCustom(Sentence s, When when) {
        return CUSTOMS.contains(s.word(when.end()))
                && CalendarNames.weekday(s, when.end() - 1).isPresent();
    }
}
