package io.tocsin.news.find.time;

import io.tocsin.news.text.Sentence;
import java.util.Optional;

/** The part of the day that is said after it: {@code Sunday night}, {@code May 3 before dawn}. */
final class Parts {

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

    private static Optional<When> said(Sentence s, When when) {
        String next = s.word(when.end());
        Optional<PartOfDay> part = PartOfDay.named(next);
        if (part.isPresent()) {
            return part.map(each -> when.in(each, when.end() + 1));
        }
        if (next.equals("before") && s.word(when.end() + 1).equals("dawn")) {
            return Optional.of(when.in(PartOfDay.EARLY, when.end() + 2));
        }
        return next.equals("midnight") ? Optional.of(when.in(PartOfDay.NIGHT, when.end() + 1)) : Optional.empty();
    }
}
