package io.tocsin.news.find.attack;

import io.tocsin.incident.Category;
import io.tocsin.news.find.attack.AttackWords.Kind;
import io.tocsin.news.find.attack.Cues.Cue;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.Set;

/** When a word of accidents says that what is told was one: not where somebody is armed, nor where it is not ruled out. */
final class Accidents {

    private static final int NEAR = 7;

    private static final Set<String> PLANTED = Words.of("planted");
    private static final Set<String> ACCIDENT = Words.of("accident");
    private static final Set<String> NOT = Words.of("not");
    private static final Set<String> CRASHES = Words.of("crashes");
    private static final Set<String> AT_FIRST = Words.of("at-first");
    private static final Set<String> THOUGHT = Words.of("thought-to-be");

    /** Kinds that an accident may look like. */
    private static final Set<Category> MAY_BE_ACCIDENT =
            Set.of(Category.UNKNOWN, Category.OTHER, Category.ARSON, Category.RIOT, Category.SABOTAGE);

    /** The same, where the verb alone says so: {@code a lorry exploded}, {@code a pipe blew up}. */
    private static final Set<Category> EXPLODES = Set.of(Category.VEHICLE_BOMB, Category.IED);

    private Accidents() {}

    /** {@code an explosion of gas cylinders}, {@code explosions of shells in a depot}, but not {@code a drone hit a gas cylinder}. */
    static boolean is(Candidate candidate, Cue cue) {
        Sentence s = candidate.sentence();
        boolean meant = s.has(PLANTED, 0, s.size());
        Category kind = candidate.mention().category();
        boolean armed = !MAY_BE_ACCIDENT.contains(kind)
                && !(kind == Category.AIR_STRIKE
                        && CRASHES.contains(s.word(candidate.main().at())))
                && !(EXPLODES.contains(kind) && candidate.main().category() == kind)
                && !(candidate.main().is(Kind.EVENT, Kind.EVENTS, Kind.KILLING)
                        && candidate.main().category() == Category.UNKNOWN
                        && candidate.group().stream().noneMatch(mark -> mark.is(Kind.HARM)));
        return !meant && (!armed || ACCIDENT.contains(s.word(cue.at())));
    }

    /** {@code have not ruled out an attack}, {@code was first thought to be an accident}, {@code this was not an attack on one village but on us all}. */
    static boolean isNotRuledOut(Sentence s, Cue cue) {
        boolean not = NOT.contains(s.word(cue.at() - 1)) || NOT.contains(s.word(cue.at() - 2));
        boolean thought = s.has(AT_FIRST, cue.at() - NEAR, cue.at()) && s.has(THOUGHT, cue.at() - NEAR, cue.at());
        return not
                || thought
                || (NOT.contains(s.word(cue.at())) && s.word(cue.end()).equals("on"));
    }
}
