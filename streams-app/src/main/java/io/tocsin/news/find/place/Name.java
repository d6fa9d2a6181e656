package io.tocsin.news.find.place;

import io.tocsin.news.find.place.PlaceWords.Hint;
import io.tocsin.news.find.place.Where.Role;
import io.tocsin.news.lexicon.Numbers;
import io.tocsin.news.text.Sentence;
import java.util.Optional;

/**
 * A run of words in capitals, and what the words about it say.
 *
 * @param end the position after the last of them
 * @param last the position after the words behind it that say what it is a name of
 * @param hint how the words before lead to it
 * @param kind whether the words behind say that it is a town, a province
 * @param facility whether it is a base, an airport, a camp
 * @param explained whether the words behind a comma say so: {@code Aygepar, a village of walnut growers}
 * @param apposed the place before, to which it only adds: {@code Mosul, Nineveh}
 */
record Name(
        Sentence sentence,
        int at,
        int end,
        int last,
        Optional<Hint> hint,
        boolean kind,
        boolean facility,
        boolean explained,
        Optional<Where> apposed) {

    private static final int LONGEST_ASIDE = 6;

    /** The name without its first words, with the words behind that say what it is. */
    String from(int begin) {
        return sentence.word(end).equals("'s") && last > end
                ? sentence.phrase(begin, end) + " " + sentence.phrase(end + 1, last)
                : sentence.phrase(begin, last);
    }

    /** The same without the words behind. */
    String bareFrom(int begin) {
        return sentence.phrase(begin, end);
    }

    /** Whether something beside it says that it is a place. */
    boolean isCalledPlace() {
        return (hint.isPresent() || apposed.isPresent())
                || last > end
                || apposed.isPresent()
                || explained
                || sentence.word(end).equals("'s")
                || isWhere()
                || Surroundings.isSituated(sentence, end);
    }

    /** {@code Baidoa, too, had a bad weekend}, {@code As for Kilis, which …}, {@code Kobani, where …}. */
    private boolean isWhere() {
        String next = sentence.word(end + 1);
        boolean named = (at == 0 && next.equals("too"))
                || (at == 2 && sentence.word(0).equals("as") && sentence.word(1).equals("for"));
        return sentence.word(end).equals(",") && (named || isDistanceAside() || next.equals("where") || isWhereAside());
    }

    /** {@code Kostiantynivka, 25 kilometres to the south,}. */
    private boolean isDistanceAside() {
        return Numbers.at(sentence, end + 1).isPresent() && Surroundings.isDistance(sentence, end + 2);
    }

    /** {@code Nor did it speak of Solenzo, in the west, where …}. */
    private boolean isWhereAside() {
        if (!Surroundings.isAside(sentence, end + 1)) {
            return false;
        }
        int at = end + 2;
        while (at < end + 2 + LONGEST_ASIDE
                && sentence.tokens().size() > at
                && sentence.tokens().get(at).isWord()) {
            at++;
        }
        return sentence.word(at).equals(",") && sentence.word(at + 1).equals("where");
    }

    /** Whether it may be that of a province or a district, which towns bear too. */
    boolean isDivision() {
        return !kind
                && !facility
                && (apposed.isPresent()
                        || Surroundings.isNeighbouring(sentence, at)
                        || Surroundings.isOfDivision(sentence, at)
                        || Surroundings.isOfIsland(sentence, at));
    }

    /** Whether a word beside it says that it is a province or a district: {@code the Jufra district}. */
    boolean isOfDivision() {
        return kind
                ? Surroundings.isDivision(sentence, last - 1)
                : !facility && Surroundings.isOfDivision(sentence, at);
    }

    /** Whether the place is another one, near it. */
    boolean isNear() {
        return hint.isPresent()
                && !facility
                && (Surroundings.isNear(sentence, at) || Surroundings.isOnWay(sentence, at));
    }

    /** Whether a distance to it is told. */
    boolean isFar() {
        return Surroundings.isFar(sentence, at);
    }

    /**
     * What it has to do with what is told.
     *
     * @param unhinted where nothing leads to it
     */
    Role role(Role unhinted) {
        if (Surroundings.isHospital(sentence, at, end)) {
            return Role.FROM;
        }
        if (Surroundings.isOfSpeakers(sentence, at, end)) {
            return Role.NAMED;
        }
        if (hint.isPresent()) {
            return hint.get() == Hint.FROM ? Role.FROM : Surroundings.isTalk(sentence, at) ? Role.NAMED : Role.AT;
        }
        Role alone = explained || isWhere() || Surroundings.isSituated(sentence, end) ? Role.AT : unhinted;
        return apposed.map(Where::role).orElse(alone);
    }
}
