package io.tocsin.benchmarks.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of a folder of articles. */
public final class ReadingScore {

    private final List<Outcome> outcomes;

    ReadingScore(List<Outcome> outcomes) {
        this.outcomes = List.copyOf(outcomes);
    }

    /**
     * What came of one field.
     *
     * @param named by labels, those of missed incidents included
     * @param right as named
     * @param wrong otherwise than named
     */
    public record FieldScore(int named, int right, int wrong) {

        /** Not said by the report, or there is no report. */
        public int missing() {
            return named - right - wrong;
        }

        /** The share of what was said that is right; 1 if nothing was. */
        public double precision() {
            return share(right, right + wrong);
        }

        /** The share of what is named that was said right; 1 if nothing is. */
        public double recall() {
            return share(right, named);
        }

        /** Harmonic mean of both. */
        public double f1() {
            return mean(precision(), recall());
        }
    }

    /** Incidents that the labels name. */
    public int incidents() {
        return found() + outcomes.stream().mapToInt(Outcome::missed).sum();
    }

    /** Those that a report was made of. */
    public int found() {
        return outcomes.stream().mapToInt(outcome -> outcome.found().size()).sum();
    }

    /** Reports of what did not happen, or twice. */
    public int falseIncidents() {
        return outcomes.stream()
                .mapToInt(outcome -> outcome.falseReports().size())
                .sum();
    }

    /** The share of the reports that are right, those that count neither way left out; 1 if there are none. */
    public double precision() {
        return share(found(), found() + falseIncidents());
    }

    /** The share of the incidents that were found; 1 if there are none. */
    public double recall() {
        return share(found(), incidents());
    }

    /** Harmonic mean of both. */
    public double f1() {
        return mean(precision(), recall());
    }

    /** What came of each field that any label names, in order of the fields. */
    public Map<Field, FieldScore> fields() {
        Map<Field, FieldScore> scores = new LinkedHashMap<>();
        for (Field field : Field.values()) {
            List<Verdict> verdicts = new ArrayList<>();
            for (Outcome outcome : outcomes) {
                collect(outcome.found(), field, verdicts);
                collect(outcome.almost(), field, verdicts);
                outcome.unmatched().stream()
                        .filter(label -> names(label, outcome.article(), field))
                        .forEach(label -> verdicts.add(Verdict.MISSING));
            }
            if (!verdicts.isEmpty()) {
                scores.put(
                        field,
                        new FieldScore(
                                verdicts.size(), count(verdicts, Verdict.RIGHT), count(verdicts, Verdict.WRONG)));
            }
        }
        return scores;
    }

    /** False incidents that were made of statements that are labelled as none. */
    public List<Mistake> ofStatements() {
        return outcomes.stream()
                .flatMap(outcome -> outcome.falseReports().stream())
                .filter(report -> !report.never().isEmpty())
                .map(Outcome.FalseReport::mistake)
                .toList();
    }

    /** Texts of such articles of which at least one false incident was made. */
    public List<String> misled(Kind... kinds) {
        return of(Arrays.asList(kinds)).stream()
                .filter(outcome -> !outcome.falseReports().isEmpty())
                .map(outcome -> outcome.article().file())
                .toList();
    }

    /** Everything that was misread, article by article: missed and false incidents, then fields. */
    public List<Mistake> mistakes() {
        return outcomes.stream().flatMap(outcome -> outcome.mistakes().stream()).toList();
    }

    /** As tables in Markdown, and the list of mistakes. */
    public String text() {
        StringBuilder text = new StringBuilder();
        line(text, "%d articles, %d incidents%n", outcomes.size(), incidents());
        text.append(
                "\n| | named | right | wrong | missing | precision | recall | F1 |\n|---|---|---|---|---|---|---|---|\n");
        line(
                text,
                "| **incidents** | %d | %d | %d false | %d | %.3f | %.3f | **%.3f** |%n",
                incidents(),
                found(),
                falseIncidents(),
                incidents() - found(),
                precision(),
                recall(),
                f1());
        fields().forEach((field, score) -> line(
                text,
                "| %s | %d | %d | %d | %d | %.3f | %.3f | %.3f |%n",
                field.label(),
                score.named(),
                score.right(),
                score.wrong(),
                score.missing(),
                score.precision(),
                score.recall(),
                score.f1()));
        line(
                text,
                "%nFalse incidents of statements that are none: %d of %d.%n",
                ofStatements().size(),
                outcomes.stream()
                        .mapToInt(outcome -> outcome.article().never().size())
                        .sum());
        for (Kind kind : List.of(Kind.NONE, Kind.TOTALS)) {
            int articles = of(List.of(kind)).size();
            if (articles > 0) {
                line(
                        text,
                        "Articles of kind %s with a false incident: %d of %d.%n",
                        kind.label(),
                        misled(kind).size(),
                        articles);
            }
        }
        text.append(mistakes().isEmpty() ? "" : "\n");
        mistakes().forEach(mistake -> text.append("- ").append(mistake).append('\n'));
        return text.toString();
    }

    /** The same, to be written as JSON. */
    public Map<String, Object> json() {
        Map<String, Object> incidents = new LinkedHashMap<>();
        incidents.put("named", incidents());
        incidents.put("found", found());
        incidents.put("false", falseIncidents());
        incidents.put("precision", precision());
        incidents.put("recall", recall());
        incidents.put("f1", f1());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields().forEach((field, score) -> {
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("named", score.named());
            figures.put("right", score.right());
            figures.put("wrong", score.wrong());
            figures.put("missing", score.missing());
            figures.put("precision", score.precision());
            figures.put("recall", score.recall());
            figures.put("f1", score.f1());
            fields.put(field.label(), figures);
        });
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("articles", outcomes.size());
        json.put("incidents", incidents);
        json.put("fields", fields);
        json.put("falseOfStatements", ofStatements());
        json.put("misledByNone", misled(Kind.NONE));
        json.put("misledByTotals", misled(Kind.TOTALS));
        json.put("mistakes", mistakes());
        return json;
    }

    private List<Outcome> of(Collection<Kind> kinds) {
        return outcomes.stream()
                .filter(outcome ->
                        outcome.article().kind().filter(kinds::contains).isPresent())
                .toList();
    }

    private static void collect(List<Map<Field, Judged>> judged, Field field, List<Verdict> verdicts) {
        judged.stream()
                .filter(fields -> fields.containsKey(field))
                .forEach(fields -> verdicts.add(fields.get(field).verdict()));
    }

    private static boolean names(Label label, LabelledArticle article, Field field) {
        return switch (field) {
            case CATEGORY -> true;
            case COUNTRY -> label.country().isPresent();
            case PROVINCE -> !label.provinces().isEmpty();
            case DISTRICT -> !label.districts().isEmpty();
            case SITE -> !label.sites().isEmpty();
            case TIME -> label.days().isPresent();
            case PART -> label.part().isPresent();
            case PRECISION -> label.precision().isPresent();
            case TARGET -> !label.targets().isEmpty();
            case AFFILIATION -> !label.affiliations().isEmpty();
            case VICTIM -> !label.victims().isEmpty();
            case KILLED -> label.killed().isPresent();
            case INJURED -> label.injured().isPresent();
            case QUANTITY -> label.quantity().isPresent();
            case ORIGIN -> !label.origins().isEmpty();
            case CREDIT -> !article.credits().isEmpty();
            case ATTRIBUTION -> !label.attributions().isEmpty();
            case ATTRIBUTION_KIND -> label.attributionKind().isPresent();
        };
    }

    private static int count(List<Verdict> verdicts, Verdict verdict) {
        return (int) verdicts.stream().filter(verdict::equals).count();
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }

    private static double mean(double one, double other) {
        return one + other == 0 ? 0 : 2 * one * other / (one + other);
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }
}
