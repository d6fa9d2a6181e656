package io.tocsin.cli.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.backtest.Arrivals;
import io.tocsin.backtest.Backtest;
import io.tocsin.backtest.Expected;
import io.tocsin.backtest.Findings;
import io.tocsin.backtest.Period;
import io.tocsin.fixtures.ReportBuilder;
import io.tocsin.incident.Report;
import io.tocsin.resolve.ScoredMatching;
import io.tocsin.resolve.WeightTable;
import io.tocsin.watch.Rule;
import io.tocsin.watch.grammar.RuleReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** Rules and places may be called anything. */
class AnswerPageTest {

    private static final String HOSTILE =
            "</title><script>document.title='owned'</script><img src=x onerror=alert(1)> &\"' \u0007\uFFFE";

    /** Two rules that find something, and texts that would do something if they were not taken for texts. */
    static Answer hostile() {
        List<Rule> rules = RuleReader.read("""
                - {id: three, title: TITLE, per: site, within: 3d, levels: [{severity: watch, incidents: 3}]}
                - {id: two, title: TITLE, per: country, within: 2d, levels: [{severity: watch, incidents: 2}]}
                """).rules().stream()
                .map(AnswerPageTest::hostile)
                .toList();

        List<Report> history = new ArrayList<>();
        for (int day = 1; day <= 9; day++) {
            history.add(ReportBuilder.aReport()
                    .id("r" + day)
                    .on("2021-05-0" + day)
                    .in(ReportBuilder.site("IQ", "Anbar", "Hit", HOSTILE))
                    .build());
        }
        Findings findings = new Backtest(new ScoredMatching(WeightTable.shipped()), rules)
                .run(history, Arrivals.AS_KNOWN, alert -> {}, done -> {});
        Expected expected = new Expected(
                "three", "none, " + HOSTILE, Expected.Bound.AT_MOST, 0, Optional.of(Period.MONTH), key -> true);
        return Answer.of(Arrivals.AS_KNOWN, findings, 0, List.of(expected));
    }

    @Test
    void isWellFormedAndHoldsEveryTextAsText() throws Exception {
        String page = AnswerPage.of(hostile());

        Document parsed = parse(page);

        assertThat(parsed.getElementsByTagName("script").getLength()).isZero();
        assertThat(parsed.getElementsByTagName("img").getLength()).isZero();
        assertThat(parsed.getElementsByTagName("h2").item(0).getTextContent())
                .startsWith("</title><script>document.title='owned'</script>");
        assertThat(parsed.getElementsByTagName("td").item(0).getTextContent()).contains("<script>");
        assertThat(parsed.getElementsByTagName("li").item(0).getTextContent())
                .contains("NOT MET: rule three: expected none, ", "found 1 in 2021-05");
    }

    @Test
    void needsNothingFromElsewhere() {
        assertThat(AnswerPage.of(hostile())).doesNotContain("<script", "<img", "<link", "url(", "@import");
    }

    private static Rule hostile(Rule read) {
        return new Rule(
                read.id(),
                read.revision(),
                HOSTILE,
                read.match(),
                read.per(),
                read.within(),
                read.levels(),
                read.unusual(),
                read.count(),
                read.quiet(),
                read.remind(),
                read.labels(),
                read.runbook());
    }

    static Document parse(String page) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
    }
}
