package io.tocsin.news;

import io.tocsin.incident.Report;
import io.tocsin.incident.ReportId;
import io.tocsin.incident.Source;
import io.tocsin.news.Editions.Change;
import io.tocsin.news.Editions.Made;
import io.tocsin.news.Editions.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Compares the reports that a text makes with those that stand, and finds out what to publish. For one text. */
final class Comparison {

    /**
     * The most alike first. Who comes first of those that are equally alike must not hang on the order of the
     * paragraphs.
     */
    private static final Comparator<Pair> ORDER = Comparator.comparingDouble(Pair::resemblance)
            .reversed()
            .thenComparing(pair -> pair.before().number())
            .thenComparing(pair -> pair.now().digest());

    private final Article article;
    private final List<Standing> before;
    private final Source source;
    private final List<Statement> statements = new ArrayList<>();
    private final List<Standing> after = new ArrayList<>();
    private int numbers;

    private record Pair(Standing before, Made now, double resemblance) {

        static Pair of(Standing before, Made now) {
            boolean same = before.digest().equals(now.digest());
            return new Pair(
                    before, now, same ? Double.POSITIVE_INFINITY : Resemblance.of(before.report(), now.report()));
        }
    }

    Comparison(Article article, Optional<Edition> known) {
        this.article = article;
        this.before = known.map(Edition::standing).orElse(List.of());
        this.numbers = known.map(Edition::numbers).orElse(0);
        this.source = source(article.source(), before);
    }

    /**
     * A report belongs to one source for ever. An article that another feed lists too stays with the source under which
     * its reports stand: it is one voice, however many repeat where it can be read.
     */
    private static Source source(Source listed, List<Standing> before) {
        return before.stream()
                .map(standing -> standing.report().source())
                .filter(known -> !known.id().equals(listed.id()))
                .findFirst()
                .orElse(listed);
    }

    void with(List<Made> made) {
        IdentityHashMap<Made, Standing> known = pairs(made);
        for (Standing standing : before) {
            if (!known.containsValue(standing)) {
                retract(standing);
            }
        }
        for (Made each : made) {
            Standing standing = known.get(each);
            if (standing == null) {
                tell(each);
            } else if (standing.digest().equals(each.digest())) {
                after.add(standing);
            } else {
                revise(standing, each);
            }
        }
    }

    /** What to publish. */
    List<Statement> statements() {
        return statements;
    }

    /** What to remember. */
    Edition edition(String digest) {
        after.sort(Comparator.comparing(Standing::number));
        return new Edition(article.publishedAt(), article.fetchedAt(), digest, numbers, after);
    }

    /**
     * Which standing report each telling continues. Only within a country: a revision reaches the task of its own
     * country, and the report would live on in the other.
     */
    private IdentityHashMap<Made, Standing> pairs(List<Made> made) {
        IdentityHashMap<Made, Standing> known = new IdentityHashMap<>();
        before.stream()
                .flatMap(standing -> made.stream()
                        .filter(each -> each.country().equals(standing.country()))
                        .map(each -> Pair.of(standing, each)))
                .filter(pair -> pair.resemblance() >= Resemblance.ENOUGH)
                .sorted(ORDER)
                .forEach(pair -> {
                    if (!known.containsKey(pair.now()) && !known.containsValue(pair.before())) {
                        known.put(pair.now(), pair.before());
                    }
                });
        return known;
    }

    private void tell(Made made) {
        numbers++;
        ReportId id = new ReportId(source.id(), TellingId.of(article.url(), numbers));
        Report report = published(made.report(), id, 0, false);
        statements.add(new Statement(Change.TOLD, made.country(), report));
        after.add(Standing.of(numbers, made.country(), made.digest(), report));
    }

    private void revise(Standing standing, Made made) {
        Report known = standing.report();
        Report report = published(made.report(), known.id(), known.revision() + 1, false);
        statements.add(new Statement(Change.REVISED, made.country(), report));
        after.add(Standing.of(standing.number(), made.country(), made.digest(), report));
    }

    private void retract(Standing standing) {
        Report known = standing.report();
        Report report = published(known, known.id(), known.revision() + 1, true);
        statements.add(new Statement(Change.RETRACTED, standing.country(), report));
    }

    private Report published(Report said, ReportId id, int revision, boolean retracted) {
        return new Report(
                id,
                revision,
                retracted,
                source,
                said.origins(),
                article.publishedAt(),
                article.fetchedAt(),
                said.occurrence(),
                said.category(),
                said.place(),
                said.target(),
                said.perpetrator(),
                said.casualties(),
                said.quantity(),
                said.summary(),
                said.evidence(),
                said.tags(),
                said.attributes());
    }
}
