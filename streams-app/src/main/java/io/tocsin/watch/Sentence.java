package io.tocsin.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says an alert in one sentence that a duty officer can read aloud. Days are UTC. */
final class Sentence {

    private static final int MOST_NAMED = 5;
    private static final int DAY_SECONDS = 86_400;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private Sentence() {}

    /** @param incidents the newest of those counted, oldest first */
    static String of(
            Transition transition,
            Announced alert,
            Rule rule,
            List<Fact> incidents,
            int perhaps,
            Optional<Outlook> outlook,
            Optional<String> reason) {
        // What was withdrawn may have no incident left.
        boolean nothing = transition == Transition.WITHDRAWN || incidents.isEmpty();
        String what = nothing ? "" : what(alert, rule, incidents, perhaps);
        return switch (transition) {
            case OPENED -> what + ". " + chance(outlook);
            case ESCALATED -> "Raised to " + alert.episode().severity().label() + ": " + what + ". " + chance(outlook);
            case GREW -> "Still growing: " + what + ".";
            case REMINDED -> "Reminder: " + what + ". " + chance(outlook);
            case HANDLED ->
                Phrases.sentence(reason.orElse("An operator did something")) + (nothing ? "" : " " + what + ".");
            case EASED -> "Corrected" + reason.map(why -> ", as " + why).orElse("") + ": " + what + ".";
            case RESOLVED -> "Over: quiet for " + Phrases.duration(rule.quiet()) + " since " + what + ".";
            case WITHDRAWN ->
                "Withdrawn for " + Phrases.name(alert.scope()) + ": " + reason.orElse("the reason is gone") + ".";
        };
    }

    private static String what(Announced alert, Rule rule, List<Fact> incidents, int perhaps) {
        Episode episode = alert.episode();
        boolean atSite = alert.scope().kind() == Scope.Kind.SITE;
        return Phrases.attacks(episode.tally().incidents(), incidents)
                + Phrases.where(alert.scope(), episode)
                + when(episode, rule)
                + (perhaps == 0 ? "" : ", perhaps " + perhaps + " more")
                + casualties(episode.tally())
                + ": "
                + named(episode.tally().incidents(), incidents, atSite);
    }

    private static String chance(Optional<Outlook> outlook) {
        return outlook.map(Phrases::chance).orElse(Phrases.NO_HISTORY);
    }

    private static String when(Episode episode, Rule rule) {
        boolean oneWindow = Duration.between(episode.first(), episode.last()).compareTo(rule.within()) < 0;
        return oneWindow
                ? " within " + Phrases.duration(rule.within())
                : " from " + day(episode.first()) + " to " + day(episode.last()) + Phrases.dense(rule);
    }

    private static String casualties(Tally tally) {
        List<String> harmed = new ArrayList<>();
        if (tally.killed() > 0) {
            harmed.add(tally.killed() + " killed");
        }
        if (tally.injured() > 0) {
            harmed.add(tally.injured() + " injured");
        }
        return harmed.isEmpty() ? "" : ", with " + String.join(" and ", harmed);
    }

    /** The newest places and days: only the days where the place is the same anyway. */
    private static String named(int count, List<Fact> incidents, boolean oneSite) {
        List<Fact> newest = newest(incidents);
        String mostRecently = newest.size() < count ? "most recently " : "";
        return mostRecently + (oneSite ? Phrases.days(newest) : placesAndDays(newest));
    }

    private static String placesAndDays(List<Fact> incidents) {
        Map<String, List<Fact>> byPlace = incidents.stream()
                .collect(Collectors.groupingBy(Sentence::place, LinkedHashMap::new, Collectors.toList()));
        return byPlace.entrySet().stream()
                .map(place -> place.getKey() + " " + Phrases.days(place.getValue()))
                .collect(Collectors.joining("; "));
    }

    /** As many of the newest as lie on not too many days at places, oldest first. */
    private static List<Fact> newest(List<Fact> incidents) {
        List<PlaceAndDay> named = new ArrayList<>();
        int first = incidents.size();
        while (first > 0 && mayName(incidents.get(first - 1), named)) {
            first--;
        }
        return incidents.subList(first, incidents.size());
    }

    /** The few are looked through instead of hashed: a hundred names would be hashed with every alert. */
    private static boolean mayName(Fact fact, List<PlaceAndDay> named) {
        PlaceAndDay placeAndDay =
                new PlaceAndDay(fact.place().name(), Math.floorDiv(fact.at().getEpochSecond(), DAY_SECONDS));
        return named.contains(placeAndDay) || (named.size() < MOST_NAMED && named.add(placeAndDay));
    }

    private static String place(Fact fact) {
        return Phrases.name(fact.place());
    }

    private static String day(Instant instant) {
        return DAY.format(instant.atOffset(ZoneOffset.UTC));
    }

    private record PlaceAndDay(String place, long day) {}
}
