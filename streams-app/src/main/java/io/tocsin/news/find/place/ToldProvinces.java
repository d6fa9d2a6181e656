package io.tocsin.news.find.place;

import io.tocsin.news.lexicon.Words;
import io.tocsin.places.Place;
import io.tocsin.places.PlacePrecision;
import io.tocsin.places.spelling.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The provinces told so far: of several places of a name the one there is meant, {@code in Chhattisgarh … in Bijapur}, unless
 * another is a large town. Of one article.
 */
final class ToldProvinces {

    private static final int MOST = 8;

    /** After the name of one: no town of another that is called so. */
    private static final Set<String> KINDS = Words.of("kinds-of-provinces");

    private record Province(String country, String name) {}

    private final Atlas atlas;
    private final List<Province> told = new ArrayList<>();

    ToldProvinces(Atlas atlas) {
        this.atlas = atlas;
    }

    /** The places of a sentence, those that lie in no province told so far in one that has a place of their name. */
    List<Where> settled(List<Where> found) {
        List<Where> settled = found.stream().map(this::settled).toList();
        settled.forEach(this::tell);
        return settled;
    }

    private void tell(Where where) {
        where.place().province().ifPresent(name -> {
            Province province = new Province(where.place().country(), name);
            told.remove(province);
            told.add(province);
            if (told.size() > MOST) {
                told.remove(0);
            }
        });
    }

    private Where settled(Where where) {
        Place place = where.place();
        boolean known = place.coordinates().isPresent()
                || place.precision() == PlacePrecision.COUNTRY
                || place.precision() == PlacePrecision.DISTRICT;
        if (told.isEmpty() || !known || where.facility() || isTold(place)) {
            return where;
        }
        Optional<Place> there =
                isDivision(place) ? division(where) : place.site().isPresent() ? town(where) : Optional.empty();
        return there.map(where::of).orElse(where);
    }

    private boolean isTold(Place place) {
        return place.province()
                .filter(name -> told.contains(new Province(place.country(), name)))
                .isPresent();
    }

    private static boolean isDivision(Place place) {
        return place.precision() == PlacePrecision.DISTRICT && place.site().isEmpty();
    }

    /** {@code In Salamanca … in the San Javier district}: a district of the province, else, of the one told last, a place. */
    private Optional<Place> division(Where where) {
        String name = where.name();
        String country = where.place().country();
        int kind = name.lastIndexOf(' ');
        String bare = kind > 0 ? name.substring(0, kind) : name;
        Optional<Place> district = latest(country, province -> atlas.districtInProvince(country, province, bare));
        return KINDS.contains(name.substring(kind + 1).toLowerCase(Locale.ROOT))
                ? district
                : district.or(() -> latest(
                        country,
                        province -> isLast(country, province) ? town(country, province, bare) : Optional.empty()));
    }

    /** Unless the town is known the world over: in the province told last that has a place spelled so. */
    private Optional<Place> town(Where where) {
        String country = where.place().country();
        boolean large = atlas.wellKnown(where.name())
                .filter(town -> town.country().equals(country))
                .isPresent();
        return large ? Optional.empty() : latest(country, province -> town(country, province, where.name()));
    }

    private Optional<Place> town(String country, String province, String name) {
        return atlas.inProvince(country, Optional.of(province), name)
                .filter(place -> place.site()
                        .map(Spelling::plain)
                        .filter(Spelling.plain(name)::equals)
                        .isPresent());
    }

    private boolean isLast(String country, String province) {
        return told.get(told.size() - 1).equals(new Province(country, province));
    }

    private Optional<Place> latest(String country, Function<String, Optional<Place>> in) {
        for (int i = told.size() - 1; i >= 0; i--) {
            Optional<Place> place =
                    told.get(i).country().equals(country) ? in.apply(told.get(i).name()) : Optional.empty();
            if (place.isPresent()) {
                return place;
            }
        }
        return Optional.empty();
    }
}
