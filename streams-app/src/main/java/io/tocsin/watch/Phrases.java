package io.tocsin.watch;

import io.tocsin.incident.Category;
import io.tocsin.incident.Family;
import io.tocsin.incident.TargetKind;
import io.tocsin.incident.TimePrecision;
import io.tocsin.places.Place;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The parts that sentences are made of. Days are UTC. */
final class Phrases {

    /** There is nothing to compare a count with. */
    static final String NO_HISTORY = "There is no history yet to compare it with.";

    private static final String VOWELS = "aeiou";

    private Phrases() {}

    /** What happened, and to whom: {@code 3 rocket attacks on coalition bases}. */
    static String attacks(int count, Collection<Fact> incidents) {
        String noun = noun(incidents);
        String preposition = noun.endsWith("attack") ? " on " : " against ";
        return amount(count, noun)
                + targets(count, incidents)
                        .map(targets -> preposition + targets)
                        .orElse("");
    }

    /** A number of things: {@code 1 day}, {@code 2 armed clashes}. */
    static String amount(long number, String noun) {
        return number + " " + (number == 1 ? noun : plural(noun));
    }

    /** A duration: {@code 3 days}, {@code 12 hours}. */
    static String duration(Duration duration) {
        if (duration.toDays() > 0 && duration.equals(Duration.ofDays(duration.toDays()))) {
            return amount(duration.toDays(), "day");
        }
        if (duration.toHours() > 0 && duration.equals(Duration.ofHours(duration.toHours()))) {
            return amount(duration.toHours(), "hour");
        }
        return duration.toMinutes() > 0
                ? amount(duration.toMinutes(), "minute")
                : amount(duration.toSeconds(), "second");
    }

    /** The name of a scope: that of a country in full. */
    static String name(Scope scope) {
        return scope.kind() == Scope.Kind.COUNTRY ? country(scope.name()) : scope.name();
    }

    /** Where, as it follows what happened: {@code  at Balad}, {@code  within 12 km of Balad}. */
    static String where(Scope scope, Episode episode) {
        return switch (scope.kind()) {
            case SITE -> " at " + name(scope);
            case RADIUS ->
                " within "
                        + Math.max(1, (long)
                                Math.ceil(2 * episode.circle().orElseThrow().km())) + " km at " + name(scope);
            case CELL -> " in " + country(scope.names().get(0)) + ", " + scope.name();
            case DISTRICT, PROVINCE, COUNTRY -> " in " + name(scope);
            case TARGET -> ", target " + name(scope) + ",";
            case ACTOR -> " by " + name(scope);
            case WORLD -> " in the world";
        };
    }

    /** How dense they were at some time: {@code , at least 3 of them within 3 days}. */
    static String dense(Rule rule) {
        boolean countsAlone = !rule.levels().isEmpty()
                && rule.levels().stream()
                        .allMatch(level -> incidentsAlone(level) && !level.any().asks());
        return countsAlone
                ? ", at least " + rule.levels().get(0).all().incidents() + " of them within " + duration(rule.within())
                : "";
    }

    /** Why an alert no longer stands: {@code fewer than 3 incidents remain within 3 days}. */
    static String tooFew(Rule rule) {
        boolean countsAlone = rule.unusual().isEmpty()
                && rule.levels().stream()
                        .allMatch(level -> incidentsAlone(level) && !level.any().asks());
        if (!countsAlone) {
            return "no level is reached any more within " + duration(rule.within());
        }
        int lowest = rule.levels().get(0).all().incidents();
        return (lowest == 1 ? "no incident remains" : "fewer than " + lowest + " incidents remain") + " within "
                + duration(rule.within());
    }

    /** How often by chance: {@code By chance that comes once in 400 days here.} */
    static String chance(Outlook outlook) {
        long days = Math.round(outlook.recurrenceDays());
        String expected = String.format(Locale.ROOT, "%.1f", outlook.expected());
        return days < 1
                ? "That is usual here: " + expected + " are expected."
                : "By chance that comes once in " + amount(days, "day") + " here, where " + expected + " are expected.";
    }

    /** A clause as a sentence. */
    static String sentence(String clause) {
        return Character.toUpperCase(clause.charAt(0)) + clause.substring(1) + ".";
    }

    private static boolean incidentsAlone(Level level) {
        return level.all().equals(Threshold.incidents(level.all().incidents()));
    }

    /** The finest name of a place that is certain: that of a country in full. */
    static String name(Place place) {
        String name = place.name();
        return name.equals(place.country()) ? country(name) : name;
    }

    private static String country(String code) {
        return new Locale("", code).getDisplayCountry(Locale.ENGLISH);
    }

    /** On which days the incidents were: {@code on 30 April, 2 and about 5 May}. */
    static String days(Collection<Fact> incidents) {
        Map<LocalDate, Boolean> exact = new TreeMap<>();
        for (Fact fact : incidents) {
            exact.merge(
                    LocalDate.ofInstant(fact.at(), ZoneOffset.UTC),
                    fact.precision().compareTo(TimePrecision.DAY) <= 0,
                    Boolean::logicalOr);
        }
        List<LocalDate> days = List.copyOf(exact.keySet());
        List<String> words = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            LocalDate day = days.get(i);
            boolean monthGoesOn = i + 1 < days.size() && YearMonth.from(day).equals(YearMonth.from(days.get(i + 1)));
            words.add((exact.get(day) ? "" : "about ") + day.getDayOfMonth() + (monthGoesOn ? "" : " " + month(day)));
        }
        return exact.get(days.get(0)) ? "on " + listed(words) : listed(words);
    }

    private static String month(LocalDate day) {
        return day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static String listed(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    private static String noun(Collection<Fact> incidents) {
        Set<Category> categories = EnumSet.noneOf(Category.class);
        incidents.forEach(fact -> categories.add(fact.category()));
        if (categories.size() == 1) {
            return categories.iterator().next().noun();
        }
        Set<Family> families = categories.stream().map(Category::family).collect(Collectors.toSet());
        if (families.contains(Family.UNREST)) {
            return "incident";
        }
        return families.size() == 1 ? noun(families.iterator().next()) : "attack";
    }

    private static String noun(Family family) {
        return switch (family) {
            case INDIRECT_FIRE -> "indirect-fire attack";
            case AIR_ATTACK -> "air attack";
            case BOMBING -> "bombing";
            case UNREST -> "incident";
            case DIRECT_FIRE, TARGETED_ATTACK, PROPERTY_ATTACK, OTHER -> "attack";
        };
    }

    private static String plural(String noun) {
        return noun + (noun.endsWith("sh") ? "es" : "s");
    }

    /** What was attacked, as far as it is the same in all. */
    private static Optional<String> targets(int count, Collection<Fact> incidents) {
        Set<TargetKind> kinds = EnumSet.noneOf(TargetKind.class);
        Set<Optional<String>> affiliations = new HashSet<>();
        for (Fact fact : incidents) {
            kinds.add(fact.target());
            affiliations.add(fact.affiliation());
            if (kinds.size() > 1 && affiliations.size() > 1) {
                return Optional.empty();
            }
        }
        Optional<String> whose =
                affiliations.size() == 1 ? affiliations.iterator().next() : Optional.empty();
        TargetKind kind = kinds.size() == 1 ? kinds.iterator().next() : TargetKind.OTHER;
        boolean nothingToSay = whose.isEmpty() && (kind == TargetKind.OTHER || kind == TargetKind.UNKNOWN);
        return nothingToSay
                ? Optional.empty()
                : Optional.of(targets(count, whose.map(w -> w + " ").orElse(""), kind));
    }

    private static String targets(int count, String whose, TargetKind kind) {
        return switch (kind) {
            case BASE, AIRPORT, CONVOY, CHECKPOINT -> things(count, whose + kind.label(), "s");
            case EMBASSY -> count == 1 ? withArticle(whose + "embassy") : whose + "embassies";
            case CIVILIANS, POLICE -> whose + kind.label();
            case ENERGY, GOVERNMENT, MILITARY, AID, MEDIA, RELIGIOUS, EDUCATION, HEALTH, TRANSPORT, BUSINESS ->
                things(count, whose + kind.label() + " target", "s");
            case OTHER, UNKNOWN -> things(count, whose + "target", "s");
        };
    }

    private static String things(int count, String thing, String ending) {
        return count == 1 ? withArticle(thing) : thing + ending;
    }

    private static String withArticle(String noun) {
        boolean vowel = VOWELS.indexOf(Character.toLowerCase(noun.charAt(0))) >= 0;
        return (vowel ? "an " : "a ") + noun;
    }
}
