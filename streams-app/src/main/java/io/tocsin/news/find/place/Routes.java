package io.tocsin.news.find.place;

import io.tocsin.news.find.place.Where.Role;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.List;
import java.util.Set;

/** Where something is on its way: {@code a convoy from Gao to Ansongo was struck} somewhere between them. */
final class Routes {

    private static final int VEHICLE_BEFORE = 8;

    private static final Set<String> VEHICLES = Words.of("vehicles-on-the-way");
    private static final Set<String> TO = Words.of("leads-to-the-end-of-a-way");

    private Routes() {}

    /** The places, of which no other is told, those from which something was on its way to another as where it happened. */
    static List<Where> in(Sentence s, List<Where> found) {
        boolean told = found.stream().anyMatch(where -> where.role() == Role.AT && !where.isCountry());
        return told
                ? found
                : found.stream()
                        .map(where -> isBegin(s, where) ? where.as(Role.AT) : where)
                        .toList();
    }

    private static boolean isBegin(Sentence s, Where where) {
        return where.role() == Role.FROM
                && !where.isCountry()
                && TO.contains(s.word(where.end()))
                && (s.isCapital(where.end() + 1) || s.isCapital(where.end() + 2))
                && s.has(VEHICLES, where.at() - VEHICLE_BEFORE, where.at());
    }
}
