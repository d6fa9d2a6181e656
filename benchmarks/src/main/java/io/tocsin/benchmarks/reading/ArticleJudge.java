package io.tocsin.benchmarks.reading;

import io.tocsin.incident.Evidence;
import io.tocsin.incident.Report;
import io.tocsin.places.Placing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** Compares the reports that were made of an article with its labels. Pure. */
final class ArticleJudge {

    /** A false report comes of a statement if its sentence has at least this share of the statement's words. */
    static final double OF_THE_STATEMENT = 0.5;

    /** So that more pairs always outweigh better ones. */
    private static final int PAIR = 1_000;

    private final Judge judge;

    ArticleJudge(Placing placing) {
        this.judge = new Judge(placing);
    }

    /** What came of the article of which these reports were made. */
    Outcome judge(LabelledArticle article, List<Report> reports) {
        List<Label> missed = new ArrayList<>(article.must());
        List<Report> left = new ArrayList<>(reports);
        List<Mistake> mistakes = new ArrayList<>();
        List<Map<Field, Judged>> found = take(
                article,
                missed,
                left,
                mistakes,
                (label, report) -> judge.differences(label, report).isEmpty());
        left.removeIf(report -> article.may().stream()
                .anyMatch(label -> judge.differences(label, report).isEmpty()));
        List<Outcome.FalseReport> falseReports =
                left.stream().map(report -> falseReport(article, report)).toList();
        missed.forEach(label -> mistakes.add(new Mistake(article.file(), Mistake.MISSED, label.inWords(), "", "")));
        falseReports.forEach(report -> mistakes.add(report.mistake()));
        List<Map<Field, Judged>> almost = take(
                article,
                missed,
                left,
                mistakes,
                (label, report) -> judge.differences(label, report).size() == 1);
        return new Outcome(article, found, almost, List.copyOf(missed), falseReports, List.copyOf(mistakes));
    }

    /** Takes out the best pairs, and tells what is not right in them. */
    private List<Map<Field, Judged>> take(
            LabelledArticle article,
            List<Label> labels,
            List<Report> reports,
            List<Mistake> mistakes,
            BiPredicate<Label, Report> pair) {
        Map<Integer, Integer> pairs = Pairing.best(
                labels.size(), reports.size(), (label, report) -> worth(labels.get(label), reports.get(report), pair));
        List<Map<Field, Judged>> judged = new ArrayList<>();
        pairs.forEach((label, report) -> {
            Map<Field, Judged> fields = judge.fields(labels.get(label), reports.get(report), article.credits());
            judged.add(fields);
            fields.forEach((field, what) -> {
                if (what.verdict() != Verdict.RIGHT) {
                    mistakes.add(Mistake.of(article.file(), field, what, sentence(reports.get(report))));
                }
            });
        });
        remove(labels, pairs.keySet());
        remove(reports, pairs.values());
        return judged;
    }

    private static void remove(List<?> list, Collection<Integer> places) {
        places.stream().sorted(Comparator.reverseOrder()).forEach(place -> list.remove(place.intValue()));
    }

    private int worth(Label label, Report report, BiPredicate<Label, Report> pair) {
        if (!pair.test(label, report)) {
            return 0;
        }
        int worth = PAIR;
        for (Judged judged : judge.fields(label, report, List.of()).values()) {
            worth += judged.verdict() == Verdict.RIGHT ? 2 : judged.verdict() == Verdict.MISSING ? 1 : 0;
        }
        return worth;
    }

    private static Outcome.FalseReport falseReport(LabelledArticle article, Report report) {
        String sentence = sentence(report);
        String never = article.never().stream()
                .max(Comparator.comparingDouble(statement -> Words.shared(statement, sentence)))
                .filter(statement -> Words.shared(statement, sentence) >= OF_THE_STATEMENT)
                .orElse("");
        String got = report.category().label() + ", " + report.place().inWords() + ", "
                + report.occurrence().from() + " to " + report.occurrence().until();
        return new Outcome.FalseReport(
                never,
                new Mistake(
                        article.file(), Mistake.FALSE, never.isEmpty() ? "" : "nothing of: " + never, got, sentence));
    }

    private static String sentence(Report report) {
        return report.evidence().flatMap(Evidence::quote).orElse("");
    }
}
