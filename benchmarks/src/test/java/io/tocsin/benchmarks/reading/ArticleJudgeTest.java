package io.tocsin.benchmarks.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.tocsin.incident.Category;
import io.tocsin.incident.Report;
import io.tocsin.places.placing.GazetteerPlacing;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArticleJudgeTest {

    private static final ArticleJudge JUDGE = new ArticleJudge(GazetteerPlacing.load(Optional.empty()));
    private static final String AT_BALAD =
            "{'category': 'rocket', 'site': 'Balad air base', 'country': 'IQ', 'from': '2021-05-03', 'until': '2021-05-03'}";
    private static final String IN_IRAQ =
            "{'category': 'rocket', 'country': 'IQ', 'from': '2021-05-01', 'until': '2021-05-05', 'killed': 2}";
    private static final Report SOME_ROCKET =
            Reports.rocket().at(Reports.country("IQ")).made();

    @Test
    void eachReportIsUsedForOneLabelOnlyAndTheBestWay() {
        LabelledArticle article = Labels.article("'must': [" + IN_IRAQ + ", " + AT_BALAD + "]");
        ReadingScore score = score(article, Reports.rocket().made(), SOME_ROCKET);

        assertThat(score.found()).isEqualTo(2);
        assertThat(score.fields().get(Field.SITE).right()).isEqualTo(1);
        assertThat(score(article, Reports.rocket().made()).found()).isEqualTo(1);
    }

    @Test
    void theSecondReportOfOneIncidentIsFalse() {
        LabelledArticle article = Labels.article("'must': [" + AT_BALAD + "]");
        ReadingScore score =
                score(article, Reports.rocket().made(), Reports.rocket().made());

        assertThat(score.falseIncidents()).isEqualTo(1);
        assertThat(score.precision()).isEqualTo(0.5);
        assertThat(score.recall()).isEqualTo(1);
        assertThat(score.f1()).isEqualTo(2.0 / 3, offset(1e-9));
    }

    @Test
    void whatMayBeReadCountsNeitherWay() {
        LabelledArticle article = Labels.article("'must': [], 'may': [" + AT_BALAD + "]");

        assertThat(score(article, Reports.rocket().made()).falseIncidents()).isZero();
        assertThat(score(article, Reports.rocket().on("2021-05-04").made()).falseIncidents())
                .isEqualTo(1);
        assertThat(score(article).incidents()).isZero();
    }

    @Test
    void aFalseReportIsLaidToTheStatementThatItsSentenceIsMadeOf() {
        LabelledArticle article = Labels.article(
                "'kind': 'totals', 'must': [], 'never': ['39 rocket attacks from October', 'vowed to attack']");
        ReadingScore made = score(
                article,
                Reports.rocket()
                        .quoting("Factions carried out 39 rocket attacks from October to July.")
                        .made());
        ReadingScore other =
                score(article, Reports.rocket().quoting("It rained in Basra.").made());

        assertThat(made.ofStatements())
                .extracting(Mistake::expected)
                .containsExactly("nothing of: 39 rocket attacks from October");
        assertThat(other.ofStatements()).isEmpty();
        assertThat(other.falseIncidents()).isEqualTo(1);
        assertThat(other.misled(Kind.TOTALS)).containsExactly("a.txt");
        assertThat(other.misled(Kind.NONE)).isEmpty();
    }

    @Test
    void aLabelThatAReportMissesByOneGroundAloneIsMissedAndTellsWhich() {
        LabelledArticle article = Labels.article("'must': [" + AT_BALAD + "]");
        ReadingScore score = score(article, Reports.rocket().as(Category.DRONE).made());

        assertThat(score.found()).isZero();
        assertThat(score.falseIncidents()).isEqualTo(1);
        assertThat(score.f1()).isZero();
        assertThat(score.fields().get(Field.CATEGORY).wrong()).isEqualTo(1);
        assertThat(score.fields().get(Field.SITE).right()).isEqualTo(1);
        assertThat(score.mistakes()).extracting(Mistake::what).containsExactly("missed", "false", "category wrong");
    }

    @Test
    void fieldsOfMissedIncidentsAreMissing() {
        ReadingScore score = score(Labels.article("'must': [" + AT_BALAD + ", " + IN_IRAQ + "]"));

        assertThat(score.fields().get(Field.SITE)).isEqualTo(new ReadingScore.FieldScore(1, 0, 0));
        assertThat(score.fields().get(Field.KILLED).missing()).isEqualTo(1);
        assertThat(score.fields()).doesNotContainKey(Field.PART);
        assertThat(score.recall()).isZero();
        assertThat(score.precision()).isEqualTo(1);
    }

    @Test
    void theTableAndTheListOfMistakesTellAll() {
        String text = score(
                        Labels.article("'must': [" + AT_BALAD + "]"),
                        SOME_ROCKET,
                        Reports.rocket().on("2021-04-01").quoting("Old\nnews.").made())
                .text();

        assertThat(text)
                .contains("| **incidents** | 1 | 1 | 1 false | 0 | 0.500 | 1.000 | **0.667** |")
                .contains("| site | 1 | 0 | 0 | 1 | 1.000 | 0.000 | 0.000 |")
                .contains("- a.txt  site missing  expected Balad air base  got IQ")
                .contains("- a.txt  false  got rocket, ")
                .contains("\"Old news.\"");
    }

    private static ReadingScore score(LabelledArticle article, Report... reports) {
        return new ReadingScore(List.of(JUDGE.judge(article, List.of(reports))));
    }
}
