package io.tocsin.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.FiveArticles;
import io.tocsin.fixtures.Pipeline;
import io.tocsin.incident.Report;
import io.tocsin.resolve.ScoredMatching;
import io.tocsin.resolve.WeightTable;
import io.tocsin.watch.grammar.RuleReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The headline that the project began with: "third rocket attack in three days". */
class HeadlineTest {

    private static final List<Rule> RULES = RuleReader.read("""
            - id: country
              title: Three attacks in three days on international forces
              match:
                targets: { kinds: [base, airport, embassy, convoy], affiliations: [coalition] }
              per: country
              within: 3d
              levels: [{ severity: watch, incidents: 3 }]
            - id: site
              match:
                targets: { kinds: [base, airport, embassy, convoy], affiliations: [coalition] }
              per: site
              within: 3d
              levels: [{ severity: watch, incidents: 3 }]
            """).rules();

    private final Random random = new Random(3);

    @Test
    void isOneAlertForIraqAndNoneForAnySiteInEveryOrderOfArrival() {
        int orders = inEveryOrder(new ArrayList<>(FiveArticles.OTHERS), 0);

        assertThat(orders).isEqualTo(7 * 6 * 5 * 4 * 3 * 2);
    }

    /** All orders of what each article tells alone; what all of them tell comes in between, somewhere. */
    private int inEveryOrder(List<Report> others, int fixed) {
        if (fixed == others.size()) {
            List<Report> all = new ArrayList<>(others);
            FiveArticles.KILLING.forEach(report -> all.add(random.nextInt(all.size() + 1), report));
            isTheHeadline(all);
            return 1;
        }
        int orders = 0;
        for (int next = fixed; next < others.size(); next++) {
            Collections.swap(others, fixed, next);
            orders += inEveryOrder(others, fixed + 1);
            Collections.swap(others, fixed, next);
        }
        return orders;
    }

    private static void isTheHeadline(List<Report> inOrder) {
        Pipeline pipeline = new Pipeline(new ScoredMatching(WeightTable.shipped()), RULES);
        pipeline.acceptAll(inOrder);

        assertThat(pipeline.alerts()).extracting(Alert::transition).containsExactly(Transition.OPENED);
        Alert alert = pipeline.alerts().get(0);
        assertThat(alert.rule().id()).isEqualTo("country");
        assertThat(alert.state().scope().key()).isEqualTo("IQ");
        assertThat(alert.incidents())
                .extracting(fact -> fact.place().name())
                .containsExactly("Baghdad International Airport", "Balad Air Base", "Ain al Asad Air Base");
        assertThat(alert.state().episode().first()).isEqualTo("2021-05-02T12:00:00Z");
        assertThat(alert.state().episode().last()).isEqualTo("2021-05-04T12:00:00Z");
        assertThat(alert.sentence())
                .startsWith(
                        "3 rocket attacks on coalition bases in Iraq within 3 days: Baghdad International Airport on"
                                + " 2 May; Balad Air Base on 3 May; Ain al Asad Air Base on 4 May.");
    }
}
