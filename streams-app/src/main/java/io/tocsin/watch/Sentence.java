package io.tocsin.watch;

import io.tocsin.incident.Category;
import io.tocsin.incident.Family;
import io.tocsin.incident.TargetKind;
import io.tocsin.places.Area;
import io.tocsin.places.PlaceLevel;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says an alert in one sentence that a duty officer can read aloud. Days are UTC. */
final class Sentence {

    private static final int MOST_NAMED = 5;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private Sentence() {}

    static String of(Transition transition, Announced alert, Rule rule, List<Fact> incidents, Optional<String> reason) {
        String what = what(alert, rule, incidents);
        return switch (transition) {
            case OPENED -> what + ".";
            case ESCALATED -> "Now " + alert.episode().severity().label() + ": " + what + ".";
            case GREW -> "Still growing: " + what + ".";
            case REMINDED -> "Reminder: " + what + ".";
            case EASED ->
                "Corrected: " + what + reason.map(why -> " (" + why + ")").orElse("") + ".";
            case RESOLVED -> "Over: quiet for " + inWords(rule.quiet()) + " since " + what + ".";
            case WITHDRAWN -> "Withdrawn: " + reason.orElse("the reason is gone") + ".";
        };
    }

    private static String what(Announced alert, Rule rule, List<Fact> incidents) {
        Episode episode = alert.episode();
        int count = episode.tally().incidents();
        return count + " " + noun(count, incidents) + target(incidents) + " in " + name(alert.scope())
                + when(episode, rule) + casualties(episode.tally()) + ": " + named(count, incidents);
    }

    private static String noun(int count, List<Fact> incidents) {
        Set<Category> categories = incidents.stream().map(Fact::category).collect(Collectors.toSet());
        if (categories.size() == 1) {
            return plural(count, categories.iterator().next().noun());
        }
        Set<Family> families = categories.stream().map(Category::family).collect(Collectors.toSet());
        return families.equals(Set.of(Family.INDIRECT_FIRE))
                ? plural(count, "indirect-fire attack")
                : plural(count, "attack");
    }

    private static String target(List<Fact> incidents) {
        Set<TargetKind> kinds = incidents.stream().map(Fact::target).collect(Collectors.toSet());
        Set<Optional<String>> affiliations =
                incidents.stream().map(Fact::affiliation).collect(Collectors.toSet());
        String whose = affiliations.size() == 1
                ? affiliations.iterator().next().map(a -> a + " ").orElse("")
                : "";
        boolean oneKind = kinds.size() == 1 && !kinds.contains(TargetKind.UNKNOWN) && !kinds.contains(TargetKind.OTHER);
        if (oneKind) {
            return " on " + whose + targets(kinds.iterator().next());
        }
        return whose.isEmpty() ? "" : " on " + whose + "targets";
    }

    private static String targets(TargetKind kind) {
        return switch (kind) {
            case BASE, AIRPORT, CONVOY, CHECKPOINT -> kind.label() + "s";
            case EMBASSY -> "embassies";
            case CIVILIANS -> "civilians";
            case POLICE -> "police";
            case ENERGY, GOVERNMENT, MILITARY, AID, MEDIA, RELIGIOUS, EDUCATION, HEALTH, TRANSPORT, BUSINESS ->
                kind.label() + " targets";
            case OTHER, UNKNOWN -> "targets";
        };
    }

    private static String when(Episode episode, Rule rule) {
        boolean oneWindow = Duration.between(episode.first(), episode.last()).compareTo(rule.within()) < 0;
        return oneWindow
                ? " within " + inWords(rule.within())
                : " from " + day(episode.first()) + " to " + day(episode.last()) + ", at least "
                        + rule.lowest().incidents() + " within " + inWords(rule.within());
    }

    private static String casualties(Tally tally) {
        if (tally.killed() == 0 && tally.injured() == 0) {
            return "";
        }
        String killed = tally.killed() > 0 ? tally.killed() + " killed" : "";
        String injured = tally.injured() > 0 ? tally.injured() + " injured" : "";
        return ", " + killed + (killed.isEmpty() || injured.isEmpty() ? "" : ", ") + injured;
    }

    /** The newest few, told apart by place and day, in order of time. */
    private static String named(int count, List<Fact> incidents) {
        Deque<String> named = new ArrayDeque<>();
        int next = incidents.size() - 1;
        while (next >= 0 && named.size() < MOST_NAMED) {
            Fact fact = incidents.get(next--);
            String one =
                    fact.place().name() + " on " + SHORT_DAY.format(fact.at().atOffset(ZoneOffset.UTC));
            if (!named.contains(one)) {
                named.addFirst(one);
            }
        }
        boolean more = next >= 0 || count > incidents.size();
        return (more ? "… " : "") + String.join("; ", named);
    }

    private static String name(Area scope) {
        if (scope.level() != PlaceLevel.COUNTRY) {
            return scope.name();
        }
        String country = new Locale("", scope.country()).getDisplayCountry(Locale.ENGLISH);
        return country.isEmpty() ? scope.country() : country;
    }

    private static String day(Instant instant) {
        return DAY.format(instant.atOffset(ZoneOffset.UTC));
    }

    private static String plural(int count, String noun) {
        if (count == 1) {
            return noun;
        }
        return noun + (noun.endsWith("sh") ? "es" : "s");
    }

    /** A duration in words: {@code 3 days}, {@code 12 hours}. */
    static String inWords(Duration duration) {
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

    private static String amount(long number, String unit) {
        return number + " " + (number == 1 ? unit : unit + "s");
    }
}
