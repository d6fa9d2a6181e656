package io.tocsin.benchmarks.reading;

import io.tocsin.incident.Report;
import io.tocsin.news.Article;
import io.tocsin.news.ArticleReader;
import io.tocsin.news.tell.Scales;
import io.tocsin.news.tell.Sign;
import io.tocsin.news.tell.Weighed;
import io.tocsin.places.Placing;
import io.tocsin.places.gazetteer.Gazetteer;
import io.tocsin.places.placing.GazetteerPlacing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * Learns from a folder of labelled articles what the signs of an attack weigh by which the reader decides what of an
 * article to tell. The same articles give the same text.
 */
public final class SignWeights {

    private static final int PARTS = 10;

    private final List<Read> read;
    private final ArticleJudge articles;
    private final Judge judge;

    private record Read(LabelledArticle article, List<Weighed> weighed) {}

    private SignWeights(List<Read> read, Placing placing) {
        this.read = read;
        this.articles = new ArticleJudge(placing);
        this.judge = new Judge(placing);
    }

    /** What the reader makes of the articles of the folder. */
    public static SignWeights of(Path folder) throws IOException {
        Gazetteer gazetteer = Gazetteer.load(Optional.empty());
        Placing placing = new GazetteerPlacing(gazetteer);
        ArticleReader reader = ArticleReader.with(gazetteer, placing);
        List<Read> read = new ArrayList<>();
        for (LabelledArticle labelled : ArticleFolder.read(folder)) {
            Article article = ReadingQuality.article(labelled, labelled.text());
            read.add(new Read(labelled, reader.weighed(article)));
        }
        return new SignWeights(read, placing);
    }

    /** The lines of the file of weights. */
    public List<String> table() {
        List<Logistic.Row> rows = rows(any -> true);
        double[] weights = Logistic.fit(rows);
        List<String> lines = new ArrayList<>(List.of(
                "# What speaks for and against an attack that an article told being one that happened: natural logarithms of",
                "# odds, added up. Learned from benchmarks/reading/tuning by `benchmarks/run fit-reading` (docs/reading.md).",
                "# sign\tweight\tof those told that are incidents, the mean of the sign\tof the others"));
        lines.add(String.format(Locale.ROOT, "%s\t%.3f", Scales.ANYTHING, weights[weights.length - 1] + 0.0));
        for (Sign sign : Sign.values()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%s\t%.3f\t%.3f\t%.3f",
                    sign.label(),
                    weights[sign.ordinal()] + 0.0,
                    mean(rows, sign, true),
                    mean(rows, sign, false)));
        }
        return lines;
    }

    private static double mean(List<Logistic.Row> rows, Sign sign, boolean holds) {
        return rows.stream()
                .filter(row -> row.holds() == holds)
                .mapToDouble(row -> row.values().get(sign.ordinal()))
                .average()
                .orElse(0);
    }

    /** How the articles are read by the rules alone. */
    public ReadingScore byRules() {
        return new ReadingScore(read.stream()
                .map(article -> outcome(article, weighed -> !weighed.doubted()))
                .toList());
    }

    /** How they are read, each tenth of them with weights learned of the other nine. */
    public ReadingScore crossValidated() {
        List<Outcome> outcomes = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            int left = part;
            Scales scales = scales(number -> number % PARTS != left);
            for (int number = part; number < read.size(); number += PARTS) {
                outcomes.add(outcome(read.get(number), weighed -> scales.tell(weighed.signs(), weighed.doubted())));
            }
        }
        return new ReadingScore(outcomes);
    }

    private Outcome outcome(Read article, Predicate<Weighed> told) {
        List<Report> reports =
                article.weighed().stream().filter(told).map(Weighed::report).toList();
        return articles.judge(article.article(), reports);
    }

    private Scales scales(IntPredicate articleNumbers) {
        double[] weights = Logistic.fit(rows(articleNumbers));
        Map<Sign, Double> ofSigns = new EnumMap<>(Sign.class);
        for (Sign sign : Sign.values()) {
            ofSigns.put(sign, weights[sign.ordinal()]);
        }
        return Scales.of(weights[weights.length - 1], ofSigns);
    }

    /** What was told in the articles of those numbers; what is no mistake to tell, and none to leave out, says nothing. */
    private List<Logistic.Row> rows(IntPredicate articleNumbers) {
        List<Logistic.Row> rows = new ArrayList<>();
        for (int number = 0; number < read.size(); number++) {
            if (articleNumbers.test(number)) {
                LabelledArticle article = read.get(number).article();
                for (Weighed weighed : read.get(number).weighed()) {
                    boolean holds = isOne(article.must(), weighed.report());
                    if (holds || !isOne(article.may(), weighed.report())) {
                        rows.add(new Logistic.Row(values(weighed), holds));
                    }
                }
            }
        }
        return rows;
    }

    private static List<Double> values(Weighed weighed) {
        return Arrays.stream(Sign.values()).map(weighed.signs()::get).toList();
    }

    private boolean isOne(List<Label> labels, Report report) {
        return labels.stream()
                .anyMatch(label -> judge.differences(label, report).isEmpty());
    }
}
