package io.tocsin.news.tell;

import io.tocsin.incident.Casualties;
import io.tocsin.incident.Category;
import io.tocsin.incident.Estimate;
import io.tocsin.incident.Evidence;
import io.tocsin.incident.Occurrence;
import io.tocsin.incident.Perpetrator;
import io.tocsin.incident.Report;
import io.tocsin.incident.ReportId;
import io.tocsin.incident.Target;
import io.tocsin.incident.TargetKind;
import io.tocsin.incident.TimePrecision;
import io.tocsin.news.Article;
import io.tocsin.news.TellingId;
import io.tocsin.news.find.place.PlaceFinder;
import io.tocsin.news.find.place.Where;
import io.tocsin.news.find.time.PartOfDay;
import io.tocsin.news.find.time.When;
import io.tocsin.news.lexicon.Words;
import io.tocsin.places.Place;
import io.tocsin.places.PlacePrecision;
import io.tocsin.places.Placing;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the report of an attack that an article tells. */
final class ReportMaker {

    private static final Set<String> BLASTS = Words.of("blasts");

    private static final int LONGEST_SUMMARY = 600;

    /** What is told without a time happened in the month before, if it is told first; else it may be older. */
    private static final int RECENT_DAYS = 3;

    private static final int BACKGROUND_DAYS = 30;

    private final Article article;
    private final String text;
    private final Placing placing;
    private final Zones zones;
    private final PlaceFinder places;
    private final List<String> credits;

    ReportMaker(Article article, String text, Placing placing, Zones zones, PlaceFinder places, List<String> credits) {
        this.article = article;
        this.text = text;
        this.placing = placing;
        this.zones = zones;
        this.places = places;
        this.credits = credits;
    }

    /** The report of the draft, under the number of it in the article. */
    Report report(Draft draft, int number, Optional<String> affiliation, boolean first) {
        Place place = place(draft);
        Optional<When> when = draft.whenAtLast();
        Map<String, String> attributes = new HashMap<>();
        when.flatMap(When::part).ifPresent(part -> attributes.put("part", part.label()));
        if (when.isEmpty()) {
            attributes.put("time", "unsaid");
        }
        if (!draft.victims().isEmpty()) {
            attributes.put("victim", String.join("; ", draft.victims()));
        }
        if (!credits.isEmpty()) {
            attributes.put("wire", String.join("; ", credits));
        }
        String sentence = draft.sentence().span().in(text).strip();
        return new Report(
                new ReportId(article.source().id(), TellingId.of(article.url(), number)),
                0,
                false,
                article.source(),
                draft.origin().map(List::of).orElse(credits),
                article.publishedAt(),
                article.fetchedAt(),
                occurrence(when, zones.of(place), first),
                category(draft),
                place,
                target(draft, affiliation),
                draft.blame().map(blame -> new Perpetrator(blame.name(), blame.attribution())),
                new Casualties(
                        draft.harm().killed().map(count -> count.estimate()).orElse(Estimate.NONE),
                        draft.harm().injured().map(count -> count.estimate()).orElse(Estimate.NONE)),
                draft.quantity(),
                Optional.of(summary(sentence)),
                Optional.of(new Evidence(Optional.of(sentence), Optional.of(article.url()))),
                List.of(),
                attributes);
    }

    /** The sentence, as far as the bound; no character is halved. */
    private static String summary(String sentence) {
        boolean halved =
                sentence.length() > LONGEST_SUMMARY && Character.isHighSurrogate(sentence.charAt(LONGEST_SUMMARY - 1));
        return sentence.substring(0, Math.min(sentence.length(), halved ? LONGEST_SUMMARY - 1 : LONGEST_SUMMARY));
    }

    private static Optional<Target> target(Draft draft, Optional<String> affiliation) {
        Optional<String> name = victim(draft)
                .or(() -> draft.places().stream()
                        .filter(Where::facility)
                        .map(Where::name)
                        .findFirst())
                .or(draft::aimWords);
        Optional<String> whose = draft.affiliation().or(() -> affiliation);
        TargetKind kind = draft.aim().map(aim -> aim.kind()).orElse(TargetKind.UNKNOWN);
        return draft.aim().isEmpty() && whose.isEmpty() && draft.victims().isEmpty()
                ? Optional.empty()
                : Optional.of(new Target(kind, name, whose));
    }

    /** Of several people the same one, in whatever order a text names them: reports are told to be of one attack by it. */
    private static Optional<String> victim(Draft draft) {
        return draft.victims().stream()
                .max(Comparator.comparing((String name) -> name.substring(name.lastIndexOf(' ') + 1))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The finest place that is named, told apart from others of its name by the other places of the mentions. */
    Place place(Draft draft) {
        Optional<Where> finest = draft.places().stream()
                .filter(where -> !where.isCountry())
                .min(Comparator.comparingInt(ReportMaker::coarseness));
        if (finest.isEmpty()) {
            return ofCountry(country(draft));
        }
        Where where = finest.get();
        if (where.place().precision() == PlacePrecision.PROVINCE
                && where.place().site().isPresent()) {
            return where.place();
        }
        if (where.isOutside() && where.place().site().isPresent()) {
            return where.place();
        }
        if (where.isUnknown()) {
            return placing.place(unknown(where.place(), draft.places()));
        }
        List<String> others = draft.places().stream()
                .filter(other -> !other.equals(where) && !other.isCountry())
                .map(Where::name)
                .distinct()
                .toList();
        Optional<String> province = draft.places().stream()
                .filter(other -> other.place().country().equals(where.place().country()))
                .filter(other -> other.place().precision() == PlacePrecision.PROVINCE)
                .filter(other -> other.place().site().isEmpty())
                .flatMap(other -> other.place().province().stream())
                .findFirst();
        Place asked = new Place(
                where.place().country(),
                where.place().precision() == PlacePrecision.PROVINCE ? Optional.empty() : province,
                Optional.empty(),
                Optional.of(where.name()),
                Optional.empty(),
                PlacePrecision.UNKNOWN);
        Place placed = placing.place(asked, others).place();
        boolean coarser = placed.site().isEmpty() && where.place().coordinates().isPresent();
        boolean wider = !where.isNear() && where.place().precision().finerThan(placed.precision());
        boolean elsewhere = province.isEmpty() && placed.province().isPresent() && isInOther(placed, where.place());
        return coarser || wider || elsewhere || (placed.precision() == PlacePrecision.COUNTRY && !where.isCountry())
                ? where.place()
                : placed;
    }

    private static boolean isInOther(Place placed, Place told) {
        return told.province()
                .filter(province -> !province.equals(placed.province().orElseThrow()))
                .isPresent();
    }

    /** A place that the gazetteer does not know, in the divisions that are named beside it. */
    private static Place unknown(Place place, List<Where> named) {
        List<Place> around = named.stream()
                .map(Where::place)
                .filter(other -> other.country().equals(place.country()))
                .toList();
        return new Place(
                place.country(),
                around.stream().flatMap(other -> other.province().stream()).findFirst(),
                place.district()
                        .or(() -> around.stream()
                                .filter(other -> other.precision() == PlacePrecision.DISTRICT)
                                .flatMap(other -> other.district().stream())
                                .findFirst()),
                place.site(),
                Optional.empty(),
                place.precision());
    }

    /** A site that the gazetteer does not know comes after one that it does, and what is only near one after both. */
    private static int coarseness(Where where) {
        int known = where.facility() ? -2 : 2 * where.place().precision().ordinal();
        boolean near = where.isOutside() || where.isNear();
        return where.isUnknown() ? known + 1 : near ? known + 2 : known;
    }

    private static Place ofCountry(String code) {
        return new Place(
                code,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                code.equals(Place.NOWHERE) ? PlacePrecision.UNKNOWN : PlacePrecision.COUNTRY);
    }

    /** The country that is said, else the one that its paragraph is about, or the article. */
    private String country(Draft draft) {
        Optional<String> said =
                draft.places().stream().map(where -> where.place().country()).findFirst();
        if (said.isPresent()) {
            return said.get();
        }
        return places.country(draft.sentence().paragraph()).orElse(Place.NOWHERE);
    }

    private Occurrence occurrence(Optional<When> when, ZoneId zone, boolean first) {
        if (when.isEmpty()) {
            Instant end = article.publishedAt();
            return new Occurrence(
                    end.minus(first ? RECENT_DAYS : BACKGROUND_DAYS, ChronoUnit.DAYS), end, TimePrecision.UNKNOWN);
        }
        When known = when.get();
        if (known.clock().isPresent()) {
            Instant minute = known.from()
                    .atTime(known.clock().get())
                    .atZone(known.zone().orElse(zone))
                    .toInstant();
            return new Occurrence(minute, minute.plus(1, ChronoUnit.MINUTES), TimePrecision.MINUTE);
        }
        if (known.part().isPresent()) {
            PartOfDay part = known.part().get();
            Instant from = known.from().atTime(part.from()).atZone(zone).toInstant();
            return new Occurrence(from, from.plus(part.hours(), ChronoUnit.HOURS), TimePrecision.PART_OF_DAY);
        }
        return new Occurrence(
                known.from().atStartOfDay(zone).toInstant(),
                known.until().atStartOfDay(zone).toInstant(),
                known.precision());
    }

    /** Of what kind it is: an explosion of which nothing else is said is of a bomb. */
    static Category category(Draft draft) {
        boolean blast = draft.mentions().stream()
                .anyMatch(mention -> BLASTS.contains(mention.facts().sentence().word(mention.headEnd() - 1)));
        return draft.category() == Category.UNKNOWN && blast ? Category.IED : draft.category();
    }
}
