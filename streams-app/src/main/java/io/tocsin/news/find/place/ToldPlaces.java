package io.tocsin.news.find.place;

import io.tocsin.news.find.place.Where.Role;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import io.tocsin.places.Place;
import io.tocsin.places.PlacePrecision;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The place told last, which is meant by "there", "the town" or "that village". Of one article. */
final class ToldPlaces {

    /** "There is", "there were": no place is meant. */
    private static final Set<String> NO_PLACE_AFTER_THERE = Words.of("after-there-of-no-place");

    private static final Set<String> BEFORE_NO_PLACE = Words.of("before-there-of-no-place");
    private static final Set<String> TOWNS = Words.of("towns-told-again");
    private static final Set<String> AFTER_TOWNS = Words.of("after-towns-told-again");

    private final Surroundings surroundings;
    private Optional<Where> last = Optional.empty();
    private Optional<Where> named = Optional.empty();
    private Optional<Where> ofArticle = Optional.empty();
    private int paragraph;

    ToldPlaces(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** A sentence begins: what is told last in another paragraph is not "there". */
    void begin(int ofParagraph) {
        if (paragraph != ofParagraph) {
            last = Optional.empty();
            named = Optional.empty();
        }
        paragraph = ofParagraph;
    }

    /** The sentence tells of these places. */
    void tell(List<Where> places) {
        for (Where where : places) {
            boolean somewhere = !where.isCountry() && !where.place().country().equals(Place.NOWHERE);
            boolean wider = last.isPresent()
                    && places.contains(last.get())
                    && where.place().site().isEmpty();
            if (somewhere && where.role() != Role.FROM && !wider) {
                last = Optional.of(where);
                ofArticle = last;
            } else if (somewhere) {
                name(where);
            }
        }
    }

    /** A place is named of which nothing is said; it is meant where no other is told. */
    void name(Where where) {
        named = Optional.of(where);
    }

    /** The place that the word at the position stands for, if it stands for one: the town that the sentence named before it. */
    Optional<Where> at(Sentence s, int at, List<Where> before) {
        if (!before.isEmpty()) {
            return isTown(s, at)
                    ? before.stream()
                            .filter(ToldPlaces::isTownTold)
                            .reduce((one, next) -> next)
                            .map(where -> where.again(at))
                    : Optional.empty();
        }
        if (isThere(s, at)) {
            return last.or(() -> named)
                    .or(() -> at == 0 ? ofArticle : Optional.empty())
                    .map(where -> where.again(at));
        }
        return isTown(s, at)
                ? last.or(() -> named)
                        .or(() -> ofArticle.filter(where -> s.word(at - 1).equals("that") || isSmallTown(where)))
                        .filter(where -> where.place().site().isPresent())
                        .map(where -> where.again(at))
                : Optional.empty();
    }

    private static boolean isSmallTown(Where where) {
        return isTownTold(where) && where.place().precision() == PlacePrecision.SITE;
    }

    private static boolean isTownTold(Where where) {
        return where.role() == Role.AT && where.place().site().isPresent() && !where.isNear() && !where.facility();
    }

    /** Whether the place is told by such a word, and not by its name. */
    static boolean isToldAgain(Sentence s, Where where) {
        return TOWNS.contains(s.word(where.at())) && where.end() == where.at() + 1 && !s.isCapital(where.at());
    }

    /** {@code a bar there}, {@code There, on Wednesday night, …}, but not "there was" nor "far from there". */
    private static boolean isThere(Sentence s, int at) {
        return s.word(at).equals("there")
                && (at == 0 || !s.isCapital(at))
                && !NO_PLACE_AFTER_THERE.contains(s.word(at + 1))
                && !BEFORE_NO_PLACE.contains(s.word(at - 1));
    }

    /** {@code outside the town}, {@code Near that village}, but not {@code in the city of}, {@code in the town hall}. */
    private boolean isTown(Sentence s, int at) {
        boolean definite = s.word(at - 1).equals("the") || s.word(at - 1).equals("that");
        boolean ends = s.word(at + 1).isEmpty() || AFTER_TOWNS.contains(s.word(at + 1));
        return TOWNS.contains(s.word(at))
                && !s.isCapital(at)
                && definite
                && ends
                && !(s.word(at + 1).equals(",") && s.isCapital(at + 2))
                && surroundings.isLedTo(s, at - 1);
    }
}
