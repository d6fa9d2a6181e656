package io.tocsin.news.find.people;

import io.tocsin.incident.TargetKind;
import io.tocsin.news.find.Facts;
import io.tocsin.news.lexicon.Phrases;
import io.tocsin.news.lexicon.Phrases.Found;
import io.tocsin.news.lexicon.Table;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what was attacked, and whose it is. */
public final class AimFinder {

    private static final int STRUCK_WITHIN = 7;

    private static final Set<String> STRIKES = Words.of("strikes");

    private static final Set<String> SPEAKERS = Words.of("speaks");
    private static final Set<String> NO_STRIKE = Words.of("ends-strikes");

    /** {@code near the border crossing}: how much less it is preferred. */
    private static final int FARTHER = 4;

    private static final int NEAR_WITHIN = 4;

    private static final Set<String> NEAR = Words.of("near-aims");
    private static final Set<String> WORN = Words.of("worn");

    /** How far behind somebody the verb may stand by which the one speaks. */
    private static final int SPEAKS_WITHIN = 5;

    private static final Set<String> SPEAKING = Words.of("between-speakers-and-saying");

    private static final int CARED_WITHIN = 6;

    private static final Set<String> IN = Words.of("in-hospital");

    private static final Set<String> CARED_FOR = Words.of("cared-for");

    private record Meaning(TargetKind kind, int rank) {}

    private final Phrases<Meaning> targets = Phrases.read(
            "targets.tsv",
            3,
            row -> new Meaning(
                    TargetKind.of(row.get(1)).orElseThrow(() -> Table.invalid("targets.tsv", row, "no kind of target")),
                    Integer.parseInt(row.get(2))));

    private final Phrases<String> affiliations = Phrases.read("affiliations.tsv", 2, row -> row.get(1));

    /** What may have been attacked, in order. */
    public List<Aim> find(Facts facts) {
        Sentence s = facts.sentence();
        List<Aim> aims = new ArrayList<>();
        for (Found<Meaning> found : facts.all(targets)) {
            boolean speaks = isSpeaker(s, found.until())
                    || (s.word(found.from() - 1).equals("to")
                            && s.word(found.from() - 2).equals("according"))
                    || (s.word(found.from() - 1).equals("the")
                            && s.word(found.from() - 2).equals("to")
                            && s.word(found.from() - 3).equals("according"));
            boolean cares = found.meaning().kind() == TargetKind.HEALTH && isOfPatients(s, found.from());
            boolean worn = WORN.contains(s.word(found.until()));
            if (!speaks && !cares && !worn && !isOfName(facts, found)) {
                boolean near = s.has(NEAR, found.from() - NEAR_WITHIN, found.from());
                aims.add(new Aim(
                        found.meaning().kind(),
                        found.meaning().rank() + (near ? FARTHER : 0),
                        isStruck(s, found.from()),
                        found.from(),
                        found.until()));
            }
        }
        return aims;
    }

    /** {@code the West Bank}: the name of a country or of a province. */
    private static boolean isOfName(Facts facts, Found<Meaning> found) {
        return facts.wheres().stream()
                .anyMatch(where -> where.at() <= found.from()
                        && found.until() <= where.end()
                        && where.end() - where.at() > found.until() - found.from()
                        && where.place().site().isEmpty()
                        && facts.sentence().isCapital(found.from()));
    }

    /** {@code medics in Gaza said}, {@code police and hospital officials said}: those who speak were not attacked. */
    private static boolean isSpeaker(Sentence s, int until) {
        int end = until;
        while (end < until + SPEAKS_WITHIN && (SPEAKING.contains(s.word(end)) || isNameIn(s, end, until))) {
            end++;
        }
        return SPEAKERS.contains(s.word(end));
    }

    private static boolean isNameIn(Sentence s, int at, int until) {
        return at > until && s.isCapital(at);
    }

    /** {@code died in hospital}, {@code taken to the clinic}: where the harmed were cared for was not attacked. */
    private static boolean isOfPatients(Sentence s, int at) {
        return (IN.contains(s.word(at - 1)) && !s.word(at).endsWith("s")) || s.has(CARED_FOR, at - CARED_WITHIN, at);
    }

    private static boolean isStruck(Sentence s, int at) {
        for (int back = 1; back <= STRUCK_WITHIN; back++) {
            String word = s.word(at - back);
            if (STRIKES.contains(word)) {
                return true;
            }
            if (word.isEmpty() || NO_STRIKE.contains(word)) {
                return false;
            }
        }
        return false;
    }

    /** Whose what stands between the positions is. */
    public Optional<String> affiliation(Facts facts, int from, int until) {
        return facts.all(affiliations).stream()
                .filter(found -> found.from() >= from && found.until() <= until)
                .filter(found -> !SPEAKERS.contains(facts.sentence().word(found.until())))
                .map(Found::meaning)
                .findFirst();
    }
}
