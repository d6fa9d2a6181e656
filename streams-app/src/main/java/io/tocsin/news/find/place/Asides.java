package io.tocsin.news.find.place;

import io.tocsin.news.find.place.Where.Role;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.List;
import java.util.Set;

/** Places that are named only to say of another one where it lies, or because a building is called after them. */
final class Asides {

    /** How far behind a building its place may be told: {@code in the town of}. */
    private static final int BUILDING_IN = 6;

    private static final Set<String> DIES = Words.of("dies-of-it");
    private static final Set<String> BUILDINGS = Words.of("buildings");

    private Asides() {}

    /** The places, those named aside as where nothing happens. */
    static List<Where> apart(Sentence s, List<Where> found) {
        return found.stream()
                .map(where -> where.role() == Role.AT && isAside(s, where, found) ? where.as(Role.NAMED) : where)
                .toList();
    }

    private static boolean isAside(Sentence s, Where where, List<Where> found) {
        return isNeighbour(s, where, found)
                || isBuilding(s, where, found)
                || isOfTalk(s, where, found)
                || isOfDeath(s, where, found);
    }

    /** {@code One of those who were hurt in Tame died in Bogotá}: there it was not. */
    private static boolean isOfDeath(Sentence s, Where where, List<Where> found) {
        int in = Surroundings.beginOfWay(s, where.at()) - 1;
        return DIES.contains(s.word(in - 1))
                && found.stream()
                        .anyMatch(before -> before.end() < in
                                && before.role() == Role.AT
                                && before.place().site().isPresent());
    }

    /** {@code arrived at Wilson Airport in Nairobi}: the one as the other. */
    private static boolean isOfTalk(Sentence s, Where where, List<Where> found) {
        return found.stream()
                .anyMatch(before -> before.end() == where.at() - 1
                        && before.role() == Role.NAMED
                        && before.place().site().isPresent()
                        && Surroundings.isTalk(s, before.at()));
    }

    /** {@code Nikopol, which looks across the river at Enerhodar, was shelled}. */
    private static boolean isNeighbour(Sentence s, Where where, List<Where> found) {
        int which = where.at() - 1;
        while (which > 0 && !s.word(which).equals(",")) {
            which--;
        }
        int begin = which;
        return Surroundings.isSituated(s, which) && found.stream().anyMatch(before -> before.end() == begin);
    }

    /** {@code Al Rawdah mosque in Bir al-Abed}: the place of the building is told after it. */
    private static boolean isBuilding(Sentence s, Where where, List<Where> found) {
        return where.place().site().isPresent()
                && BUILDINGS.contains(s.word(where.end()))
                && found.stream()
                        .anyMatch(next -> next.role() == Role.AT
                                && next.place().site().isPresent()
                                && next.at() > where.end()
                                && next.at() <= where.end() + BUILDING_IN);
    }
}
