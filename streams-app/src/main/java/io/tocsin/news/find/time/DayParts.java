package io.tocsin.news.find.time;

import io.tocsin.news.lexicon.Phrases;
import io.tocsin.news.lexicon.Phrases.Found;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Parts of a day as phrases with the words that lead to them: {@code in the small hours}, {@code shortly after midnight}. */
final class DayParts {

    private static final int MOST_LEADS = 6;

    private static final Phrases<PartOfDay> PHRASES =
            Phrases.read("dayparts.tsv", 2, row -> PartOfDay.valueOf(row.get(1).toUpperCase(Locale.ROOT)));

    private static final Set<String> LEADS = Words.of("leads-to-part");
    private static final Set<String> BARE = Words.of("bare-parts");
    private static final Set<String> BEFORE_BARE = Words.of("before-bare-parts");
    private static final Set<String> AFTER_PARTS = Words.of("named-after-parts");
    private static final Set<String> BESIDE = Words.of("hours-beside");
    private static final Set<String> LEAD_THEMSELVES = Words.of("leading-parts");

    private DayParts() {}

    /** The part that is named after one or more leading words at the position. */
    static Optional<Found<PartOfDay>> at(Sentence s, int at) {
        int begin = at;
        while (begin < at + MOST_LEADS && PHRASES.at(s, begin).isEmpty() && LEADS.contains(s.word(begin))) {
            begin++;
        }
        boolean led = (begin > at && !s.word(at).equals("the")) || LEAD_THEMSELVES.contains(s.word(at));
        return led ? PHRASES.at(s, begin).filter(found -> isPart(s, found)) : Optional.empty();
    }

    /**
     * "The night", but not "at night", not what is only called after it ({@code the night market}), and not what is counted
     * from something else ({@code the evening before}).
     */
    private static boolean isPart(Sentence s, Found<PartOfDay> found) {
        boolean bare = found.until() == found.from() + 1 && BARE.contains(s.word(found.from()));
        boolean counted = bare && BESIDE.contains(s.word(found.until()));
        return !AFTER_PARTS.contains(s.word(found.until()))
                && !counted
                && (!bare || BEFORE_BARE.contains(s.word(found.from() - 1)));
    }
}
