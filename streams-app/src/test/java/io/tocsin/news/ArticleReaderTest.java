package io.tocsin.news;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Category;
import io.tocsin.incident.Report;
import io.tocsin.incident.TargetKind;
import io.tocsin.incident.TimePrecision;
import io.tocsin.news.LeftOut.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Short articles, read as a whole. */
class ArticleReaderTest {

    private static final String REASONS = """
            THREAT       | The militia has threatened to attack the embassy in Baghdad.
            THREAT       | Fighters are planning an attack on the base in Iraq.
            HYPOTHETICAL | Rockets will hit the base in Baghdad next week.
            DENIED       | The army denied reports of an attack on the base in Baghdad.
            DENIED       | Police said it was a false alarm and there was no explosion in Baghdad.
            HYPOTHETICAL | A rocket attack on the embassy in Baghdad would be answered.
            PREVENTED    | Police foiled a suicide bombing in Baghdad on Monday.
            DRILL        | Troops practised for a rocket attack in a drill near Baghdad on Monday.
            METAPHOR     | The minister died of a heart attack in Baghdad on Monday.
            METAPHOR     | The senator launched a verbal attack on the mayor in Baghdad on Monday.
            ACCIDENT     | A gas leak caused an explosion in a kitchen in Baghdad on Monday.
            HISTORY      | A truck bombing struck the barracks in Beirut in 1983.
            HISTORY      | A court sentenced two men over the bombing of a market in Kabul.
            TOTAL        | There have been 39 rocket attacks in Iraq from October to the end of July.
            TOTAL        | There have been about 30 attacks on the base since January.
            TOTAL        | It was the third attack on the base this week.
            GENERAL      | Rocket attacks on bases in Iraq have increased.
            GENERAL      | Militias regularly carry out rocket attacks on the embassy in Baghdad.
            VAGUE        | An explosion was heard in the country.
            UNLIKELY     | In Baghdad, Iraq, an attack has been reported to the police.
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = REASONS)
    void leavesOutWhatIsNoAttackThatCanBeCounted(Reason reason, String sentence) {
        Reading reading = Newsroom.read(sentence);

        assertThat(reading.tellings()).isEmpty();
        assertThat(reading.leftOut()).extracting(LeftOut::reason).contains(reason);
    }

    @Test
    void leavesOutForEveryReasonThatThereIs() {
        Set<String> tried = new TreeSet<>();
        REASONS.lines().forEach(line -> tried.add(line.split(" +", 2)[0]));
        tried.add(Reason.TOO_MANY.name());

        assertThat(tried)
                .hasSameElementsAs(IntStream.range(0, Reason.values().length)
                        .mapToObj(at -> Reason.values()[at].name())
                        .collect(Collectors.toSet()));
    }

    @Test
    void leavesOutWhatIsMoreThanAnArticleTells() {
        String text = IntStream.rangeClosed(1, 90)
                .mapToObj(n -> "A bomb killed " + n + " people in Mosul, Iraq, on " + (1 + n % 28) + " May "
                        + (2011 + n / 28) + ".")
                .collect(Collectors.joining("\n\n"));

        Reading reading = Newsroom.read(text);

        assertThat(reading.tellings()).hasSizeBetween(20, 60);
        assertThat(reading.leftOut()).extracting(LeftOut::reason).contains(Reason.TOO_MANY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    There have been 39 rocket attacks in Iraq from October to the end of July. | 39 | rocket attacks
                    There have been about 30 attacks on the base since January.                | 30 | attacks
                    It was the third attack on the base this week.                             | 3  | attack
                    """)
    void claimsTotals(String sentence, int count, String what) {
        Reading reading = Newsroom.read(sentence);

        assertThat(reading.claims()).hasSize(1);
        Claim claim = reading.claims().get(0);
        assertThat(claim.count()).contains(count);
        assertThat(claim.what()).isEqualTo(what);
        assertThat(claim.period()).isPresent();
        assertThat(claim.sentence().in(reading.text())).isEqualTo(sentence);
    }

    @Test
    void tellsOneAttackOnceHoweverOftenItIsTold() {
        Reading reading = Newsroom.read("""
                BAGHDAD (AFP) - Three rockets hit the Ain Al Assad air base in western Iraq on Sunday night, the Iraqi army said.

                The attack on the base, which hosts U.S. troops, killed two soldiers and wounded four others.

                The rockets were fired from a lorry, a security source told AFP after the attack.

                No group has claimed responsibility for the attack.
                """);

        assertThat(reading.reports()).hasSize(1);
        Report report = reading.reports().get(0);
        assertThat(report.category()).isEqualTo(Category.ROCKET);
        assertThat(report.quantity()).isEqualTo(OptionalInt.of(3));
        assertThat(report.place().country()).isEqualTo("IQ");
        assertThat(report.place().site()).contains("Ain al-Asad Air Base");
        assertThat(report.casualties().killed().best()).isEqualTo(OptionalInt.of(2));
        assertThat(report.casualties().injured().best()).isEqualTo(OptionalInt.of(4));
        assertThat(report.target().orElseThrow().kind()).isEqualTo(TargetKind.BASE);
        assertThat(report.target().orElseThrow().affiliation()).contains("coalition");
        assertThat(report.origins()).containsExactly("Iraqi army");
        assertThat(report.occurrence().precision()).isEqualTo(TimePrecision.PART_OF_DAY);
        assertThat(report.occurrence().from()).isEqualTo(Instant.parse("2020-08-23T17:00:00Z"));
        assertThat(report.occurrence().until()).isEqualTo(Instant.parse("2020-08-23T21:00:00Z"));
        assertThat(report.perpetrator()).isEmpty();
        assertThat(report.attributes()).containsEntry("part", "night").containsEntry("wire", "AFP");
        assertThat(report.evidence().orElseThrow().quote().orElseThrow()).startsWith("Three rockets hit");
        assertThat(reading.credits()).containsExactly("AFP");
        assertThat(reading.tellings().get(0).mentions().size()).isGreaterThan(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Two bodies lay outside, an AFP reporter saw.                          | AFP
            An Associated Press journalist at the scene counted two craters.      | Associated Press
            A Reuters photographer was killed.                                    |
            The mayor told Reuters that two people had died.                      |
            """)
    void takesATextThatCallsPeopleOfAWireItsWitnessesForThatWires(String sentence, String wire) {
        Reading reading =
                Newsroom.read("A rocket hit the airport of Baghdad, Iraq, on Tuesday evening.\n\n" + sentence);

        assertThat(reading.credits()).isEqualTo(wire == null ? List.of() : List.of(wire));
    }

    @Test
    void takesADenialOfHarmForNobodyHarmed() {
        Reading reading = Newsroom.read("""
                A rocket hit the airport of Baghdad, Iraq, on Tuesday evening.

                The rocket did not cause damage or casualties, the army said.
                """);

        assertThat(reading.reports())
                .extracting(report -> report.casualties().killed().best())
                .containsExactly(OptionalInt.of(0));
    }

    @Test
    void pointsAtTheWordsThatEachFieldWasTakenFrom() {
        Reading reading =
                Newsroom.read("Six rockets hit a base in Mosul, Iraq, on Monday, killing two soldiers, the army said.");

        assertThat(reading.tellings()).hasSize(1);
        assertThat(reading.tellings().get(0).taken())
                .extracting(taken -> taken.field() + ": " + taken.span().in(reading.text()))
                .contains(
                        "quantity: Six rockets",
                        "place: Mosul",
                        "occurrence: Monday",
                        "casualties.killed: two",
                        "target: base",
                        "origins: army");
    }

    @Test
    void tellsAnotherAttackApart() {
        Reading reading = Newsroom.read("""
                Two rockets hit the Taji base north of Baghdad in Iraq on Monday, the army said.

                Another rocket attack hit a convoy in Mosul on Tuesday, killing a soldier.
                """);

        assertThat(reading.reports())
                .extracting(report -> report.place().site().orElse("-"))
                .hasSize(2)
                .doesNotHaveDuplicates();
        assertThat(reading.reports())
                .extracting(report -> report.id().toString())
                .doesNotHaveDuplicates();
    }

    @Test
    void tellsAttacksOfTwoDaysAtOnePlaceApart() {
        Reading reading = Newsroom.read("""
                A bomb killed three people at a market in Kabul, Afghanistan, on Monday.

                On Wednesday a bomb killed two people at a mosque in Kabul.
                """);

        assertThat(reading.reports()).hasSize(2);
    }

    @Test
    void doesNotTakeThePlaceOfTheDatelineForThatOfTheAttack() {
        Reading reading = Newsroom.read(
                "NAIROBI, Kenya (AP) \u2014 A suicide bomber killed four people at a cafe in Mogadishu, Somalia, on Monday.");

        assertThat(reading.reports())
                .extracting(report -> report.place().country())
                .containsExactly("SO");
    }

    @ParameterizedTest
    @CsvSource({
        "'A suicide bomber killed four people in Mosul, Iraq, on Monday.', true",
        "'Gunmen killed at least three soldiers in Mosul, Iraq, on Monday.', true",
        "'Four people were killed by gunmen in Mosul, Iraq, on Monday.', true",
        "'The names of the gunmen killed in Mosul, Iraq, on Monday are known.', false"
    })
    void tellsWhoKillsFromWhoIsKilled(String text, boolean told) {
        assertThat(Newsroom.read(text).tellings()).hasSize(told ? 1 : 0);
    }

    @Test
    void countsDaysByThePublicationNotByTheDateOfThePage() {
        Reading reading = Newsroom.read("""
                15 April 2024

                Two rockets hit a base in Mosul, Iraq, on Monday, the army said.
                """);

        assertThat(reading.reports())
                .extracting(report -> report.occurrence().from())
                .containsExactly(Instant.parse("2020-08-23T21:00:00Z"));
    }

    @Test
    void marksATimeThatIsNotSaid() {
        Reading reading =
                Newsroom.read("Two rockets hit a base in Mosul, Iraq, killing three soldiers, the army said.");

        assertThat(reading.reports()).hasSize(1);
        Report report = reading.reports().get(0);
        assertThat(report.occurrence().precision()).isEqualTo(TimePrecision.UNKNOWN);
        assertThat(report.occurrence().until()).isEqualTo(report.publishedAt());
        assertThat(report.attributes()).containsEntry("time", "unsaid");
    }

    @Test
    void readsTheHeadlineWhereTheTextTellsNothing() {
        Reading reading = Newsroom.READER.read(Newsroom.article(
                Optional.of("Rockets hit base in Mosul on Monday, killing two soldiers"),
                "The army of Iraq would say no more of it to the press in the capital for now.",
                Newsroom.TODAY));

        assertThat(reading.reports())
                .extracting(report -> report.casualties().killed().best())
                .containsExactly(OptionalInt.of(2));
    }

    @Test
    void noticesAWeekdayThatIsNotThatOfItsDate() {
        Reading reading = Newsroom.read("A bomb killed two people in Mosul, Iraq, on Tuesday, August 24.");

        assertThat(reading.notices())
                .extracting(notice -> notice.span().in(reading.text()))
                .containsExactly("Tuesday, August 24");
        assertThat(reading.reports())
                .extracting(report -> report.occurrence().from())
                .containsExactly(Instant.parse("2020-08-23T21:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    EMPTY    | ''
                    EMPTY    | ' '
                    EMPTY    | 'Home | World | Iraq'
                    LANGUAGE | 'Deux roquettes ont touché une base dans l''ouest du pays dimanche soir, sans faire de victimes, a indiqué hier à la presse un porte-parole de l''armée.'
                    """)
    void saysWhyItReadNothing(Unread why, String text) {
        Reading reading = Newsroom.read(text);

        assertThat(reading.unread()).contains(why);
        assertThat(reading.tellings()).isEmpty();
    }

    @Test
    void givesEveryReportAnIdThatIsNotTooLong() {
        Article article = Newsroom.article("Two rockets hit a base in Mosul, Iraq, on Monday.");
        Article far = new Article(
                "https://example.com/" + "x".repeat(2_000),
                article.source(),
                article.title(),
                article.text(),
                article.language(),
                article.publishedAt(),
                article.fetchedAt());

        assertThat(Newsroom.READER.read(far).reports())
                .extracting(report -> report.id().toString().length())
                .allMatch(length -> length < 300)
                .hasSize(1);
    }
}
