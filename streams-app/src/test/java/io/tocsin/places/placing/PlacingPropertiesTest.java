package io.tocsin.places.placing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.places.Coordinates;
import io.tocsin.places.Place;
import io.tocsin.places.PlacePrecision;
import io.tocsin.places.Placed;
import io.tocsin.places.Placing;
import io.tocsin.places.Reason;
import io.tocsin.places.gazetteer.Earth;
import io.tocsin.places.gazetteer.Gazetteer;
import io.tocsin.places.gazetteer.SiteKind;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for every place, tried on many. */
class PlacingPropertiesTest {

    private static final int TRIES = 20_000;
    private static final List<String> MARKS = List.of("\u0304", "\u0301", "\u0323", "\u0327");
    private static final List<String> WORDS = List.of(
            "Al",
            "ad",
            "near",
            "northern",
            "town",
            "city",
            "province",
            "district",
            "air base",
            "airport",
            "Camp",
            "Balad",
            "San José",
            "Fadil",
            "Qaḑā’",
            "Kirkuk",
            "Sarāb",
            "قاعدة",
            "الموصل",
            "مدينة",
            "K-1",
            "Springfield",
            "Old",
            "of",
            "Харків",
            "(old)",
            ", Anbar",
            "'",
            "-",
            "9");

    private final Gazetteer gazetteer = Given.GAZETTEER;
    private final Placing placing = Given.PLACING;

    @Test
    void marksCaseHyphensAndArticlesDoNotChangeThePlace() {
        Random random = new Random(1);
        for (int i = 0; i < TRIES; i++) {
            int site = random.nextInt(gazetteer.size());
            boolean hasProvince = gazetteer.provinceOf(site) != Gazetteer.NONE && !gazetteer.isRenamed(site);
            if (hasProvince && gazetteer.kind(site) == SiteKind.TOWN) {
                String name = gazetteer.siteName(site);
                Place plain = placing.place(given(site, name));
                String mutated = mutated(name, random);
                Place same = placing.place(given(site, mutated));

                assertThat(same.finest().key())
                        .as("%s and %s", name, mutated)
                        .isEqualTo(plain.finest().key());
            }
        }
    }

    @Test
    void everySiteIsFoundAtItsOwnCoordinates() {
        Random random = new Random(2);
        for (int i = 0; i < TRIES; i++) {
            int site = random.nextInt(gazetteer.size());
            if (gazetteer.isRenamed(site)) {
                continue;
            }
            Place given = new Place(
                    country(site),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(gazetteer.siteName(site)),
                    Optional.of(coordinates(site)),
                    PlacePrecision.SITE);
            Placed found = placing.place(given, List.of());
            Place placed = found.place();

            assertThat(placed.country().equals(country(site)) || found.reasons().contains(Reason.DISPUTED_AREA))
                    .as("%s in %s", given, placed)
                    .isTrue();
            assertThat(placed.coordinates()).isEqualTo(given.coordinates());
            assertThat(placed.site()).as("%s", given).isPresent();
        }
    }

    @Test
    void placingAgainChangesNothing() {
        Random random = new Random(3);
        for (int i = 0; i < TRIES; i++) {
            Place placed = placing.place(anything(random));

            assertThat(placing.place(placed)).isEqualTo(placed);
        }
    }

    @Test
    void nothingIsPlacedFinerThanItWasGiven() {
        Random random = new Random(4);
        for (int i = 0; i < TRIES; i++) {
            Place given = anything(random);
            Place placed = placing.place(given);

            if (given.precision() != PlacePrecision.UNKNOWN) {
                assertThat(placed.precision().finerThan(given.precision()))
                        .as("%s", given)
                        .isFalse();
            }
            boolean fromNothing = !placed.equals(given)
                    && placed.precision() == PlacePrecision.SITE
                    && given.site().isEmpty()
                    && given.coordinates().isEmpty();
            assertThat(fromNothing).as("%s", given).isFalse();
        }
    }

    @Test
    void theSameIsPlacedTheSameByAllThreadsAtOnce() {
        List<Place> given = new Random(5)
                .ints(500)
                .mapToObj(seed -> anything(new Random(seed)))
                .toList();
        Placing alone = new GazetteerPlacing(gazetteer);
        List<Place> expected = given.stream().map(alone::place).toList();
        Placing shared = new GazetteerPlacing(gazetteer);

        IntStream.range(0, 20 * given.size())
                .parallel()
                .forEach(i -> assertThat(shared.place(given.get(i % given.size())))
                        .isEqualTo(expected.get(i % given.size())));
    }

    private Place given(int site, String name) {
        return Given.site(country(site), gazetteer.provinceName(gazetteer.provinceOf(site)), name);
    }

    private static String mutated(String name, Random random) {
        StringBuilder mutated = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            mutated.append(letter == ' ' && random.nextBoolean() ? '-' : letter);
            if (letter < 128 && Character.isLetter(letter) && random.nextInt(4) == 0) {
                mutated.append(MARKS.get(random.nextInt(MARKS.size())));
            }
        }
        String composed = Normalizer.normalize(mutated, Normalizer.Form.NFC);
        return switch (random.nextInt(3)) {
            case 0 -> composed.toUpperCase(Locale.ROOT);
            case 1 -> composed.toLowerCase(Locale.ROOT);
            default -> composed;
        };
    }

    private Place anything(Random random) {
        int site = random.nextInt(gazetteer.size());
        PlacePrecision precision = PlacePrecision.values()[random.nextInt(PlacePrecision.values().length)];
        return new Place(
                random.nextInt(10) == 0 ? Place.NOWHERE : country(site),
                random.nextBoolean() ? Optional.of(province(site, random)) : Optional.empty(),
                random.nextInt(4) == 0 ? Optional.of(words(random)) : Optional.empty(),
                random.nextInt(5) == 0 ? Optional.empty() : Optional.of(siteName(site, random)),
                random.nextBoolean() ? Optional.of(about(site, random)) : Optional.empty(),
                precision);
    }

    private String province(int site, Random random) {
        boolean known = gazetteer.provinceOf(site) != Gazetteer.NONE && random.nextInt(4) > 0;
        return known ? gazetteer.provinceName(gazetteer.provinceOf(site)) + " province" : words(random);
    }

    private String siteName(int site, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> words(random);
            case 1 -> gazetteer.siteName(random.nextInt(gazetteer.size()));
            case 2 -> gazetteer.siteName(site) + " " + WORDS.get(random.nextInt(WORDS.size()));
            default -> gazetteer.siteName(site);
        };
    }

    private static String words(Random random) {
        StringBuilder words = new StringBuilder(WORDS.get(random.nextInt(WORDS.size())));
        for (int i = random.nextInt(3); i > 0; i--) {
            words.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return words.toString();
    }

    /** At the site, about it, or anywhere. */
    private Coordinates about(int site, Random random) {
        if (random.nextInt(6) == 0) {
            return new Coordinates(random.nextDouble(-90, 90), random.nextDouble(-180, 180));
        }
        double off = random.nextBoolean() ? 0 : random.nextGaussian() / 4;
        Coordinates at = coordinates(site);
        return new Coordinates(
                Math.max(-90, Math.min(90, at.lat() + off)), Math.max(-180, Math.min(180, at.lon() + off)));
    }

    private Coordinates coordinates(int site) {
        return new Coordinates(Earth.degrees(gazetteer.lat(site)), Earth.degrees(gazetteer.lon(site)));
    }

    private String country(int site) {
        return gazetteer.countryCode(gazetteer.countryOf(site));
    }
}
