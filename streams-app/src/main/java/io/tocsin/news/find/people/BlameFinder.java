package io.tocsin.news.find.people;

import io.tocsin.incident.Perpetrator.Attribution;
import io.tocsin.news.find.Facts;
import io.tocsin.news.lexicon.Phrases;
import io.tocsin.news.lexicon.Phrases.Found;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds who is said to have done it. */
public final class BlameFinder {

    private static final int SUSPECTED_WITHIN = 6;
    private static final int NAMED_WITHIN = 14;

    /** {@code Iran-backed}: somebody else is spoken of. */
    private static final Set<String> LINKED = Words.of("linked");

    private static final Set<String> NO_NAMES = Words.of("no-names");
    private static final Set<String> NO_GROUPS = Words.of("no-groups");
    private static final Set<String> GROUPS = Words.of("groups");
    private static final Set<String> WITHIN_GROUPS = Words.of("within-names-of-groups");
    private static final Set<String> PASSIVE = Words.of("passive");
    private static final Set<String> SUSPECTED_PASSIVE = Words.of("suspected-passive");
    private static final Set<String> BEFORE_BLAMED = Words.of("before-blamed");

    private static final Set<String> RELATED = Words.of("related-groups");
    private static final Set<String> SUSPECTING = Words.of("suspecting");
    private static final Set<String> PASSIVE_BLAME = Words.of("suspected-passive");
    private static final int PUT_IN = 12;

    private static final Set<String> BEFORE_MEMBERS = Words.of("before-members");
    private static final Set<String> IN = Words.of("in-which-is-said");

    enum Word {
        CLAIMED,
        UNCLAIMED,
        BLAMED,
        SUSPECTED,
        DOER
    }

    private final Phrases<String> actors = Phrases.read("actors.tsv", 2, row -> row.get(1));
    private final Phrases<Word> words =
            Phrases.read("blame.tsv", 2, row -> Word.valueOf(row.get(1).toUpperCase(Locale.ROOT)));

    /** Whom the stretch of the sentence names, the firmest first. */
    public Optional<Blame> find(Facts facts, int from, int until) {
        Sentence s = facts.sentence();
        List<Found<String>> named = facts.all(actors).stream()
                .filter(found -> found.from() >= from && found.until() <= until)
                .filter(found -> !LINKED.contains(s.word(found.until())) && !isOfWhom(s, found.from()))
                .filter(found -> isName(s, found) || isCommon(found))
                .filter(found -> !isPlace(facts, found))
                .toList();
        List<Found<Word>> found = words(facts);
        if (named.isEmpty()) {
            return unknown(facts, found, from, until);
        }
        boolean unclaimed = found.stream().anyMatch(word -> word.meaning() == Word.UNCLAIMED);
        List<Blame> blames = new ArrayList<>();
        for (Found<String> actor : named) {
            attribution(s, actor, found, unclaimed)
                    .ifPresent(how ->
                            blames.add(new Blame(called(s, actor), isCommon(actor), how, actor.from(), actor.until())));
        }
        Optional<Blame> unknown = unknown(facts, found, from, until);
        return blames.stream()
                .min(Comparator.comparing(Blame::attribution).thenComparing(Blame::common))
                .filter(known -> !known.common() || unknown.isEmpty())
                .or(() -> unknown);
    }

    /** {@code said in Ankara that}: no government is meant. */
    private static boolean isPlace(Facts facts, Found<String> actor) {
        return IN.contains(facts.sentence().word(actor.from() - 1))
                && facts.wheres().stream()
                        .anyMatch(where -> where.at() == actor.from() && where.end() == actor.until());
    }

    /** What those are called whom only a common noun names: {@code Kurdish rebels}. */
    private static String called(Sentence s, Found<String> actor) {
        boolean people = isCommon(actor)
                && actor.from() > 1
                && s.isCapital(actor.from() - 1)
                && !s.word(actor.from() - 2).equals(".");
        return people ? s.text(actor.from() - 1) + " " + actor.meaning() : actor.meaning();
    }

    private static boolean isCommon(Found<String> actor) {
        return Character.isLowerCase(actor.meaning().charAt(0));
    }

    private List<Found<Word>> words(Facts facts) {
        Sentence s = facts.sentence();
        List<Found<Word>> all = new ArrayList<>(facts.all(words));
        all.removeIf(word -> word.meaning() == Word.BLAMED && isOfGroup(s, word));
        for (int at = 0; at < s.size(); at++) {
            if (Told.isClaim(s, at)) {
                all.add(new Found<>(at, at + 1, Word.CLAIMED));
            } else if (Told.isCharge(s, at)) {
                all.add(new Found<>(at, at + 1, Word.BLAMED));
            }
        }
        return all;
    }

    /** {@code the group linked to al-Qaeda}: it is not the attack that is laid to them. */
    private static boolean isOfGroup(Sentence s, Found<Word> word) {
        return RELATED.contains(s.word(word.from())) && GROUPS.contains(s.word(word.from() - 1));
    }

    /** {@code a branch of al-Qaeda}, {@code militants loyal to Islamic State}: named for what they are part of. */
    private static boolean isOfWhom(Sentence s, int at) {
        int of = s.word(at - 1).equals("the") ? at - 2 : at - 1;
        return RELATED.contains(s.word(of - 1)) && s.word(of).matches("of|to|with|from");
    }

    /** {@code killing seven members of the Guards}: they suffered it. */
    private static boolean isAmongHarmed(Sentence s, Found<Word> word) {
        return s.word(word.from()).equals("members") && !BEFORE_MEMBERS.contains(s.word(word.from() - 1));
    }

    /** Whether a word of it has a capital: {@code al-Shabaab}. */
    private static boolean isName(Sentence s, Found<String> actor) {
        for (int at = actor.from(); at < actor.until(); at++) {
            if (s.isCapital(at)) {
                return true;
            }
        }
        return false;
    }

    /** A name in capitals beside a word that blames or claims, of a group that no list knows. */
    private static Optional<Blame> unknown(Facts facts, List<Found<Word>> words, int from, int until) {
        Sentence s = facts.sentence();
        if (words.stream().anyMatch(word -> word.meaning() == Word.UNCLAIMED)) {
            return Optional.empty();
        }
        for (Found<Word> word : words) {
            boolean within = word.from() >= from && word.until() <= until;
            boolean suspects = SUSPECTING.contains(s.word(word.until() - 1));
            boolean by = BEFORE_BLAMED.contains(s.word(word.until() - 1)) || word.meaning() == Word.BLAMED || suspects;
            boolean others = isOfWhom(s, word.until()) || isAmongHarmed(s, word);
            if (!within || others || (word.meaning() != Word.CLAIMED && word.meaning() != Word.BLAMED && !suspects)) {
                continue;
            }
            Optional<Blame> named = by ? nameAfter(facts, word, until) : nameBefore(facts, word, from);
            if (named.isPresent()) {
                return named;
            }
        }
        return Optional.empty();
    }

    private static Optional<Blame> nameAfter(Facts facts, Found<Word> word, int until) {
        Sentence s = facts.sentence();
        int at = word.until();
        while (at < Math.min(until, word.until() + 5)
                && !s.isCapital(at)
                && !s.word(at).equals(",")) {
            at++;
        }
        return name(facts, word, at, until);
    }

    private static Optional<Blame> nameBefore(Facts facts, Found<Word> word, int from) {
        Sentence s = facts.sentence();
        int called = called(s, from, word.from());
        for (int at = called; at < word.from(); at++) {
            boolean first = (at == 0 && NO_NAMES.contains(s.word(at))) || NO_GROUPS.contains(s.word(at));
            boolean near = word.from() - at < NAMED_WITHIN || called > from;
            if (s.isCapital(at) && !first && near) {
                return name(facts, word, at, word.from());
            }
        }
        return Optional.empty();
    }

    /** Where the name begins that they give themselves: {@code a group calling itself Ahrar Sinjar}. */
    private static int called(Sentence s, int from, int until) {
        for (int at = from + 1; at < until; at++) {
            if (s.word(at).matches("itself|themselves|called|named")) {
                return at + 1;
            }
        }
        return from;
    }

    private static Optional<Blame> name(Facts facts, Found<Word> word, int at, int until) {
        Sentence s = facts.sentence();
        int end = at;
        while (end < until
                && end < at + 6
                && (s.isCapital(end)
                        || (end > at
                                && WITHIN_GROUPS.contains(s.word(end))
                                && (s.isCapital(end + 1) || s.isCapital(end + 2))))) {
            end++;
        }
        boolean none = end == at + 1 && NO_NAMES.contains(s.word(at));
        if (end == at || none || !s.tokens().get(at).isWord() || facts.isTaken(at)) {
            return Optional.empty();
        }
        Attribution how = word.meaning() == Word.CLAIMED
                ? Attribution.CLAIMED
                : word.meaning() == Word.SUSPECTED ? Attribution.SUSPECTED : Attribution.BLAMED;
        return Optional.of(new Blame(s.phrase(at, end), false, how, at, end));
    }

    private static Optional<Attribution> attribution(
            Sentence s, Found<String> actor, List<Found<Word>> words, boolean unclaimed) {
        for (Found<Word> word : words) {
            boolean after = word.from() >= actor.until();
            boolean claims = word.meaning() == Word.CLAIMED
                    && !unclaimed
                    && (after
                            ? word.from() - actor.until() < 16 && !blamedBetween(words, actor.until(), word.from())
                            : actor.from() - word.until() < 3
                                    && s.word(word.until() - 1).equals("by"));
            if (claims) {
                return Optional.of(Attribution.CLAIMED);
            }
        }
        for (Found<Word> word : words) {
            boolean before = word.until() <= actor.from() && actor.from() - word.until() < 9;
            boolean passive = word.from() >= actor.until()
                    && word.from() - actor.until() <= (s.word(actor.until()).equals(",") ? PUT_IN : 3)
                    && (PASSIVE.contains(s.word(word.from() - 1))
                            || PASSIVE_BLAME.contains(s.word(word.from()))
                            || s.word(word.until() - 1).equals("behind"));
            if (word.meaning() == Word.BLAMED && (before || passive) && !isAmongHarmed(s, word)) {
                return Optional.of(Attribution.BLAMED);
            }
        }
        for (Found<Word> word : words) {
            boolean before = word.until() <= actor.from() && actor.from() - word.until() < SUSPECTED_WITHIN;
            boolean passive = word.from() >= actor.until()
                    && word.from() - actor.until() <= 3
                    && SUSPECTED_PASSIVE.contains(s.word(word.from()));
            if (word.meaning() == Word.SUSPECTED && (before || passive)) {
                return Optional.of(Attribution.SUSPECTED);
            }
        }
        return Deeds.does(s, actor, words) ? Optional.of(Attribution.UNKNOWN) : Optional.empty();
    }

    private static boolean blamedBetween(List<Found<Word>> words, int first, int last) {
        return words.stream()
                .anyMatch(word -> word.meaning() == Word.BLAMED && word.from() >= first && word.until() <= last);
    }
}
