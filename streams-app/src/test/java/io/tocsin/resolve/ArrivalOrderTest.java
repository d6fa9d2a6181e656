package io.tocsin.resolve;

import static io.tocsin.fixtures.ReportBuilder.aReport;
import static io.tocsin.fixtures.ReportBuilder.site;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Incident;
import io.tocsin.incident.Incident.Member;
import io.tocsin.incident.IncidentChange;
import io.tocsin.incident.Report;
import io.tocsin.incident.ReportId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The incidents are a function of the set of reports and rulings, in whatever order they came. */
class ArrivalOrderTest {

    private static final int SCHEDULES = 1_000;
    private static final Instant START = Instant.parse("2021-05-04T00:00:00Z");

    @Test
    void changesNeitherIncidentsNorMembersNorNearMisses() {
        forEachSeed(random -> {
            Bounds bounds = new Bounds(3 + random.nextInt(4), 3 + random.nextInt(6));
            List<Event> events = events(random);
            Map<String, Incident> once = replay(events, bounds);
            List<Event> shuffled = new ArrayList<>(events);
            shuffled.addAll(some(events, random));
            Collections.shuffle(shuffled, random);

            assertThat(replay(shuffled, bounds)).isEqualTo(once);
            assertThat(members(once.values())).isEqualTo(new Oracle(events, bounds).clusters());
        });
    }

    @Test
    void leavesNoTraceOfAReportThatIsTakenBack() {
        forEachSeed(random -> {
            Bounds bounds = new Bounds(3 + random.nextInt(4), 3 + random.nextInt(6));
            List<Event> events = events(random);
            Replay replay = new Replay(bounds);
            events.forEach(event -> event.arriveAt(replay));
            Map<String, Incident> before = replay.standing();
            Report added = report(random).by("guest").id("g").build();
            replay.accept(added);
            replay.accept(aReport()
                    .by("guest")
                    .id("g")
                    .in(added.place())
                    .revision(1)
                    .retracted()
                    .build());

            assertThat(replay.standing()).isEqualTo(before);
        });
    }

    @Test
    void leavesNoTraceOfARulingThatIsTakenBack() {
        forEachSeed(random -> {
            Bounds bounds = new Bounds(4, 8);
            List<Event> events = reports(random);
            Replay replay = new Replay(bounds);
            events.forEach(event -> event.arriveAt(replay));
            Map<String, Incident> before = replay.standing();
            Set<Pair> pairs = pairs(random);
            Ruling.Kind kind = random.nextBoolean() ? Ruling.Kind.APART : Ruling.Kind.TOGETHER;
            replay.accept(new Ruling(kind, START, "a", "it is so"), pairs);
            replay.accept(new Ruling(Ruling.Kind.OPEN, START.plusSeconds(1), "b", "it is not"), pairs);

            assertThat(replay.standing()).isEqualTo(before);
        });
    }

    private static void forEachSeed(Consumer<Random> check) {
        for (int seed = 0; seed < SCHEDULES; seed++) {
            try {
                check.accept(new Random(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    private interface Event {
        void arriveAt(Replay replay);
    }

    private record Arrival(Report report) implements Event {
        @Override
        public void arriveAt(Replay replay) {
            replay.accept(report);
        }
    }

    private record Said(Ruling ruling, Set<Pair> on) implements Event {
        @Override
        public void arriveAt(Replay replay) {
            replay.accept(ruling, on);
        }
    }

    private static List<Event> events(Random random) {
        List<Event> events = reports(random);
        int rulings = random.nextInt(4);
        for (int i = 0; i < rulings; i++) {
            Ruling.Kind kind = Ruling.Kind.values()[random.nextInt(3)];
            events.add(new Said(
                    new Ruling(kind, START.plusSeconds(random.nextInt(3)), "action-" + i, kind + " " + i),
                    pairs(random)));
        }
        return events;
    }

    private static List<Event> reports(Random random) {
        List<Event> events = new ArrayList<>();
        Set<String> revisions = new HashSet<>();
        int count = 3 + random.nextInt(25);
        for (int i = 0; i < count; i++) {
            String source = "s" + random.nextInt(4);
            String id = "r" + random.nextInt(5);
            int revision = random.nextInt(4) == 0 ? 1 + random.nextInt(2) : 0;
            if (revisions.add(source + id + revision)) {
                var report = report(random).by(source).id(id).revision(revision);
                events.add(new Arrival(
                        revision > 0 && random.nextBoolean()
                                ? report.retracted().build()
                                : report.build()));
            }
        }
        return events;
    }

    /** Somewhere on a line of eight places, which the test's matching measures distances on. */
    private static io.tocsin.fixtures.ReportBuilder report(Random random) {
        return aReport()
                .in(site("IQ", "P", "D", Integer.toString(random.nextInt(8))))
                .published(START.plusSeconds(random.nextInt(1_000)));
    }

    private static Set<Pair> pairs(Random random) {
        Set<Pair> pairs = new HashSet<>();
        while (pairs.isEmpty() || random.nextInt(3) > 0) {
            ReportId one = new ReportId("s" + random.nextInt(4), "r" + random.nextInt(5));
            ReportId other = new ReportId("s" + random.nextInt(4), "r" + random.nextInt(5));
            if (!one.equals(other)) {
                pairs.add(Pair.of(one, other));
            }
        }
        return pairs;
    }

    private static List<Event> some(List<Event> events, Random random) {
        return events.stream().filter(event -> random.nextInt(3) == 0).toList();
    }

    private static Map<String, Incident> replay(List<Event> events, Bounds bounds) {
        Replay replay = new Replay(bounds);
        events.forEach(event -> event.arriveAt(replay));
        return replay.standing();
    }

    private static Set<Set<ReportId>> members(Iterable<Incident> incidents) {
        Set<Set<ReportId>> members = new HashSet<>();
        incidents.forEach(incident ->
                members.add(incident.members().stream().map(Member::report).collect(Collectors.toSet())));
        return members;
    }

    /** Takes in what is said, and keeps the incidents that were announced. */
    private static final class Replay {
        private final Resolver resolver;
        private final ReportsInMemory known = new ReportsInMemory(new OnALine());
        private final Map<String, Incident> incidents = new TreeMap<>();
        private final Map<String, Integer> revisions = new HashMap<>();

        Replay(Bounds bounds) {
            resolver = new Resolver(new OnALine(), bounds);
        }

        void accept(Report report) {
            apply(resolver.resolve(report, known));
        }

        void accept(Ruling ruling, Set<Pair> on) {
            apply(resolver.rule(ruling, on, known));
        }

        private void apply(Resolution resolution) {
            known.apply(resolution);
            for (IncidentChange change : resolution.changes()) {
                assertThat(change.before().map(Replay::plain))
                        .as("what %s was", change.id())
                        .isEqualTo(Optional.ofNullable(incidents.get(change.id())));
                assertThat(change.revision()).isEqualTo(revisions.merge(change.id(), 1, Integer::sum) - 1);
                incidents.remove(change.id());
                change.after().ifPresent(incident -> incidents.put(incident.id(), plain(incident)));
            }
        }

        Map<String, Incident> standing() {
            return Map.copyOf(incidents);
        }

        /** Without what counts how often it was announced. */
        private static Incident plain(Incident incident) {
            return new Incident(
                    incident.id(),
                    0,
                    incident.occurrence(),
                    incident.category(),
                    incident.place(),
                    incident.target(),
                    incident.perpetrator(),
                    incident.casualties(),
                    incident.quantity(),
                    incident.summary(),
                    incident.evidence(),
                    incident.tags(),
                    incident.members(),
                    incident.nearMisses(),
                    incident.origins(),
                    incident.confidence(),
                    incident.firstReportedAt(),
                    incident.lastReportedAt());
        }
    }

    /** Places are numbers: the same matches well, the next one less, the one after that almost. */
    private static final class OnALine implements Matching {

        static final double UNLIKE = -10;

        @Override
        public List<Home> homes(Known report) {
            Home home = new Home(0, "IQ", "IQ:" + number(report.report()) / 2);
            return number(report.report()) == 0 ? List.of(home, new Home(0, "name:IQ", "")) : List.of(home);
        }

        @Override
        public List<Blocks> near(Known report) {
            int home = number(report.report()) / 2;
            return IntStream.rangeClosed(home - 1, home + 1)
                    .mapToObj(number -> Blocks.of(new Block(0, Block.ANY, "IQ:" + number)))
                    .toList();
        }

        @Override
        public boolean mayLink(Report report, String source) {
            return !report.id().source().equals(source);
        }

        @Override
        public Optional<Link> compare(Known one, Known other) {
            double score = score(one.report(), other.report());
            return score > UNLIKE ? Optional.of(new Link(score, List.of("scored " + score))) : Optional.empty();
        }

        static double score(Report one, Report other) {
            int apart = Math.abs(number(one) - number(other));
            return apart <= 2 ? 1.5 - apart : UNLIKE;
        }

        static int number(Report report) {
            return Integer.parseInt(report.place().site().orElseThrow());
        }
    }

    /** Clusters all that stand at once, by the definition, without a thought for what it costs. */
    private static final class Oracle {
        private final Bounds bounds;
        private final Map<ReportId, Report> standing = new TreeMap<>();
        private final Map<ReportId, Instant> firstPublished = new HashMap<>();
        private final Map<Pair, Said> said = new HashMap<>();

        Oracle(List<Event> events, Bounds bounds) {
            this.bounds = bounds;
            Map<ReportId, Report> newest = new HashMap<>();
            for (Event event : events) {
                if (event instanceof Arrival arrival) {
                    Report report = arrival.report();
                    newest.merge(report.id(), report, (a, b) -> a.revision() > b.revision() ? a : b);
                    firstPublished.merge(report.id(), report.publishedAt(), (a, b) -> a.isBefore(b) ? a : b);
                } else if (event instanceof Said ruling) {
                    for (Pair pair : ruling.on()) {
                        said.merge(pair, ruling, (a, b) -> newer(a, b) ? a : b);
                    }
                }
            }
            newest.values().stream().filter(r -> !r.retracted()).forEach(r -> standing.put(r.id(), r));
        }

        private static boolean newer(Said one, Said other) {
            int byTime = one.ruling().when().compareTo(other.ruling().when());
            return byTime != 0
                    ? byTime > 0
                    : one.ruling().action().compareTo(other.ruling().action()) > 0;
        }

        Set<Set<ReportId>> clusters() {
            record Tie(Pair pair, double score) {}
            List<Tie> ties = new ArrayList<>();
            List<ReportId> ids = List.copyOf(standing.keySet());
            for (int i = 0; i < ids.size(); i++) {
                for (int j = i + 1; j < ids.size(); j++) {
                    Pair pair = Pair.of(ids.get(i), ids.get(j));
                    double score = score(pair);
                    if (score > 0) {
                        ties.add(new Tie(pair, score));
                    }
                }
            }
            Map<ReportId, Set<ReportId>> hanging = new HashMap<>();
            ids.forEach(id -> hanging.put(id, new TreeSet<>(Set.of(id))));
            ties.forEach(tie -> join(hanging, tie.pair()));
            ties.removeIf(tie -> hanging.get(tie.pair().lower()).size() > bounds.largest());
            ties.sort(Comparator.comparingDouble((Tie tie) -> -tie.score()).thenComparing(Tie::pair));
            Map<ReportId, Set<ReportId>> clusters = new HashMap<>();
            ids.forEach(id -> clusters.put(id, new TreeSet<>(Set.of(id))));
            for (Tie tie : ties) {
                Set<ReportId> one = clusters.get(tie.pair().lower());
                Set<ReportId> other = clusters.get(tie.pair().higher());
                if (one != other && one.stream().allMatch(a -> other.stream().allMatch(b -> mayShare(Pair.of(a, b))))) {
                    join(clusters, tie.pair());
                }
            }
            return new HashSet<>(clusters.values());
        }

        private static void join(Map<ReportId, Set<ReportId>> groups, Pair pair) {
            Set<ReportId> one = groups.get(pair.lower());
            Set<ReportId> other = groups.get(pair.higher());
            if (one != other) {
                one.addAll(other);
                other.forEach(id -> groups.put(id, one));
            }
        }

        private double score(Pair pair) {
            if (kind(pair) != Ruling.Kind.OPEN) {
                return kind(pair) == Ruling.Kind.TOGETHER ? Double.MAX_VALUE : OnALine.UNLIKE;
            }
            Report one = standing.get(pair.lower());
            Report other = standing.get(pair.higher());
            boolean apart = one.id().source().equals(other.id().source()) || crowded(one) || crowded(other);
            return apart ? OnALine.UNLIKE : OnALine.score(one, other);
        }

        private boolean crowded(Report report) {
            int block = OnALine.number(report) / 2;
            return standing.values().stream()
                            .filter(r -> OnALine.number(r) / 2 == block)
                            .count()
                    > bounds.crowd();
        }

        /** They match at least almost. */
        private boolean mayShare(Pair pair) {
            return kind(pair) == Ruling.Kind.TOGETHER
                    || (kind(pair) == Ruling.Kind.OPEN && score(pair) > OnALine.UNLIKE);
        }

        private Ruling.Kind kind(Pair pair) {
            return said.containsKey(pair) ? said.get(pair).ruling().kind() : Ruling.Kind.OPEN;
        }
    }
}
