package io.tocsin.news.find.place;

import io.tocsin.news.find.place.PlaceWords.Hint;
import io.tocsin.news.find.place.Where.Role;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import io.tocsin.places.Place;
import io.tocsin.places.PlacePrecision;
import io.tocsin.places.spelling.Spelling;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Says which place a name means: one that the gazetteer knows, or an unknown one where it must be that of a place. */
final class NamedPlaces {

    private static final int LONGEST_UNKNOWN = 4;
    private static final int SHORTEST_UNKNOWN = 3;

    /** What stands where a place may stand, and is none. */
    private static final Set<String> NOWHERE = Words.of("nowhere");

    /** Islands and regions of many provinces, whose names villages bear too. */
    private static final Set<String> REGIONS = Words.of("wide-regions");

    private static final Set<String> SURELY_AT = Words.of("surely-at");
    private static final Set<String> TOWNS = Words.of("kinds-of-towns");

    private static final Set<String> INSTITUTIONS = Words.of("institutions");
    private static final Set<String> PARTS = Words.of("parts-of-towns");

    private final Atlas atlas;

    NamedPlaces(Atlas atlas) {
        this.atlas = atlas;
    }

    /** The place of the name, in one of these countries if it can be. */
    Optional<Where> of(Name name, List<String> here) {
        if (name.end() == name.at() + 1 && REGIONS.contains(name.sentence().word(name.at()))) {
            return unknown(name, here);
        }
        return known(name, here).or(() -> institution(name, here)).or(() -> unknown(name, here));
    }

    /** Of a facility the name may begin later: {@code Coalition forces' Camp Taji}. */
    private Optional<Where> known(Name name, List<String> here) {
        int lastBegin = name.facility() ? name.end() - 1 : name.at();
        for (int begin = name.at(); begin <= lastBegin; begin++) {
            Optional<Where> where = known(name, begin, here);
            if (where.isPresent()) {
                return where;
            }
        }
        return Optional.empty();
    }

    private Optional<Where> known(Name name, int begin, List<String> here) {
        String text = name.from(begin);
        if (name.isDivision()) {
            Optional<Where> division = division(name, begin, here);
            if (division.isPresent()) {
                return division;
            }
        }
        boolean part = name.kind() && PARTS.contains(name.sentence().word(name.last() - 1));
        boolean certain = (name.hint().isPresent() || name.facility() || name.kind()) && !part;
        return lookUp(text, here, certain)
                .or(() -> name.kind() ? ofKind(name.bareFrom(begin), isTown(name), !part, here) : Optional.empty())
                .map(place -> name.isOfDivision() && place.precision() == PlacePrecision.SITE
                        ? Atlas.divisionOf(place)
                        : place)
                .map(place -> new Where(
                        name.isNear() ? Where.near(text, name.isFar()) : text,
                        place,
                        name.role(name.facility() || name.kind() ? Role.AT : Role.NAMED),
                        name.facility(),
                        begin,
                        name.last()));
    }

    /** {@code the Karachi Police Office}: the town that an institution is called after. */
    private Optional<Where> institution(Name name, List<String> here) {
        boolean led = name.hint().filter(hint -> hint != Hint.FROM).isPresent();
        boolean told = SURELY_AT.contains(name.sentence().word(name.end()))
                && name.sentence().isCapital(name.end() + 1);
        if (!led || told || !INSTITUTIONS.contains(name.sentence().word(name.end() - 1))) {
            return Optional.empty();
        }
        for (int end = name.end() - 1; end > name.at(); end--) {
            String town = name.sentence().phrase(name.at(), end);
            int last = end;
            Optional<Where> where = lookUp(town, here, here.isEmpty())
                    .filter(place -> place.site()
                            .map(Spelling::plain)
                            .filter(Spelling.plain(town)::equals)
                            .isPresent())
                    .map(place -> new Where(town, place, name.role(Role.AT), false, name.at(), last));
            if (where.isPresent()) {
                return where;
            }
        }
        return Optional.empty();
    }

    private static boolean isTown(Name name) {
        return TOWNS.contains(name.sentence().word(name.last() - 1));
    }

    /** Of a town the place itself, of an area the division that bears its name. */
    private Optional<Place> ofKind(String bare, boolean town, boolean anywhere, List<String> here) {
        return lookUp(bare + " district", here, false)
                .or(() -> lookUp(bare, here, anywhere).map(place -> town ? place : Atlas.divisionOf(place)));
    }

    /** The name as that of a province or a district, before a town is looked for that bears it too: {@code Spokane, Washington}. */
    private Optional<Where> division(Name name, int begin, List<String> here) {
        for (String kind : List.of(" province", " district")) {
            String text = name.from(begin) + kind;
            Optional<Place> place =
                    lookUp(text, here, false).filter(found -> found.site().isEmpty());
            if (place.isPresent()) {
                return Optional.of(new Where(text, place.get(), name.role(Role.AT), false, begin, name.last()));
            }
        }
        String text = name.from(begin);
        return name.apposed()
                .flatMap(town -> atlas.province(town.place().country(), text))
                .map(place -> new Where(text, place, name.role(Role.AT), false, begin, name.last()));
    }

    /** A name that the gazetteer does not know, where it must be one of a place. */
    private Optional<Where> unknown(Name name, List<String> here) {
        boolean there =
                name.hint().filter(hint -> hint == Hint.AT || hint == Hint.OF).isPresent() || name.explained();
        if (!there || here.isEmpty() || !isSomewhere(name)) {
            return Optional.empty();
        }
        String text = name.from(name.at());
        Place place = name.isOfDivision()
                ? Atlas.unknownDistrict(name.bareFrom(name.at()), here.get(0))
                : Atlas.unknown(text, here.get(0));
        return Optional.of(new Where(text, place, name.role(Role.AT), false, name.at(), name.last()));
    }

    private boolean isSomewhere(Name name) {
        Sentence s = name.sentence();
        int at = name.at();
        boolean article = s.word(at - 1).equals("the");
        boolean in = SURELY_AT.contains(s.word(article ? at - 2 : at - 1)) || name.explained();
        boolean nowhere = NOWHERE.contains(s.word(at)) || NOWHERE.contains(s.word(name.end() - 1));
        boolean initials = s.text(at).equals(s.text(at).toUpperCase(Locale.ROOT));
        return (name.kind() || (in && !article))
                && !nowhere
                && !initials
                && name.end() - at <= LONGEST_UNKNOWN
                && s.phrase(at, name.end()).length() >= SHORTEST_UNKNOWN;
    }

    /** The place of the name in the first of the countries that has it; a name that is surely one of a place, also elsewhere. */
    Optional<Place> lookUp(String name, List<String> candidates, boolean certain) {
        Optional<Place> place = atlas.in(candidates, name);
        return place.isPresent() || !certain ? place : atlas.wellKnown(name);
    }
}
