package io.tocsin.benchmarks.reading;

import java.util.List;
import java.util.Map;

/**
 * What came of one article.
 *
 * @param found verdicts on the fields of the labels that were found
 * @param almost verdicts on those that a report would have been found for but for category, place or time alone; each is missed, and its
 *     report false
 * @param unmatched labels that no report is about
 * @param falseReports reports of what did not happen, or twice
 */
record Outcome(
        LabelledArticle article,
        List<Map<Field, Judged>> found,
        List<Map<Field, Judged>> almost,
        List<Label> unmatched,
        List<FalseReport> falseReports,
        List<Mistake> mistakes) {

    /**
     * A false one.
     *
     * @param never the statement that it was made of; empty text where it was none that is labelled
     */
    record FalseReport(String never, Mistake mistake) {}

    int missed() {
        return almost.size() + unmatched.size();
    }
}
