package io.tocsin.watch.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tocsin.watch.grammar.Expectation.Bound;
import io.tocsin.watch.grammar.Expectation.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExpectationTest {

    private static final String RULE =
            "{id: some, per: site, within: 3d, levels: {severity: watch, incidents: 3}, expect: ";

    @ParameterizedTest(name = "{0}")
    @MethodSource("expectations")
    void readsAndWritesThem(String text, String written, Expectation expected) {
        assertThat(read(text)).containsExactly(expected);
        assertThat(expected.text()).isEqualTo(written);
        assertThat(read(written)).containsExactly(expected);
    }

    static Stream<Arguments> expectations() {
        return Stream.of(
                arguments(
                        "at most 2 a month in IQ",
                        "at most 2 a month in IQ",
                        new Expectation(Bound.AT_MOST, 2, Optional.of(Period.MONTH), Optional.of("IQ"))),
                arguments(
                        "at least 1 per year",
                        "at least 1 a year",
                        new Expectation(Bound.AT_LEAST, 1, Optional.of(Period.YEAR), Optional.empty())),
                arguments(
                        "none in SY",
                        "none in SY",
                        new Expectation(Bound.AT_MOST, 0, Optional.empty(), Optional.of("SY"))),
                arguments("none", "none", new Expectation(Bound.AT_MOST, 0, Optional.empty(), Optional.empty())),
                arguments(
                        "none a week",
                        "at most 0 a week",
                        new Expectation(Bound.AT_MOST, 0, Optional.of(Period.WEEK), Optional.empty())),
                arguments(
                        "at most 999999",
                        "at most 999999",
                        new Expectation(Bound.AT_MOST, 999_999, Optional.empty(), Optional.empty())),
                arguments(
                        "at most 3 each day in IQ/Al Anbar/Hit",
                        "at most 3 a day in IQ/al anbar/hit",
                        new Expectation(Bound.AT_MOST, 3, Optional.of(Period.DAY), Optional.of("IQ/al anbar/hit"))),
                arguments(
                        "at most 3 in actor:Islamic State",
                        "at most 3 in actor:islamic state",
                        new Expectation(Bound.AT_MOST, 3, Optional.empty(), Optional.of("actor:islamic state"))),
                arguments(
                        "at least 1 in radius:IQ@33.785",
                        "at least 1 in radius:IQ@33.785",
                        new Expectation(Bound.AT_LEAST, 1, Optional.empty(), Optional.of("radius:IQ@33.785"))),
                arguments(
                        "none in world",
                        "none in world",
                        new Expectation(Bound.AT_MOST, 0, Optional.empty(), Optional.of("world"))));
    }

    @ParameterizedTest
    @CsvSource({
        "none, IQ/al anbar, true",
        "none in IQ, IQ, true",
        "none in IQ, IQ/al anbar/hit, true",
        "none in IQ, 'radius:IQ@33.785,42.441', true",
        "none in IQ, cell:IQ/852c9043fffffff, true",
        "none in IQ, IR/ilam, false",
        "none in IQ, actor:IQ, false",
        "none in IQ, world, false",
        "none in IQ/Al Anbar, IQ/al anbar, true",
        "none in IQ/Al Anbar, IQ/al anbar/hit, true",
        "none in IQ/Al Anbar, IQ/al anbariya, false",
        "none in IQ/Al Anbar, IQ, false",
        "none in target:coalition, target:coalition base, true",
        "none in cell:IQ/85, cell:IQ/852c9043fffffff, true",
        "none in world, world, true",
    })
    void concernsTheScopesThatItNames(String text, String scope, boolean concerned) {
        assertThat(read(text).get(0).concerns(scope)).isEqualTo(concerned);
    }

    @Test
    void areReadBesideTheRulesByTheirIds() {
        String text = """
                - {id: one, per: site, within: 3d, levels: {severity: watch, killed: 3}, expect: [none in SY, at most 1]}
                - {id: two, per: site, within: 3d, levels: {severity: watch, killed: 3}}
                """;

        RuleReader.Result result = RuleReader.read(text);

        assertThat(result.problems()).isEmpty();
        assertThat(result.rules()).hasSize(2);
        assertThat(result.expectations())
                .isEqualTo(Map.of(
                        "one",
                        List.of(
                                new Expectation(Bound.AT_MOST, 0, Optional.empty(), Optional.of("SY")),
                                new Expectation(Bound.AT_MOST, 1, Optional.empty(), Optional.empty()))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2",
                "at most",
                "at most two",
                "at most -1",
                "at most 9999999",
                "At most 2",
                "at most 2 months",
                "at most 2 a fortnight",
                "at most 2 in",
                "more than 2",
                "none at all"
            })
    void refusesWhatIsNone(String text) {
        assertThat(RuleReader.read(RULE + "'" + text + "'}").problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.field()).isEqualTo("expect");
                    assertThat(problem.reason())
                            .isEqualTo('"' + text
                                    + "\" is not an expectation; write one such as at most 2 a month in IQ, at"
                                    + " least 1 a year, none in SY");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none in Iraq          | \"Iraq\" is not a country; did you mean \"IQ\"?",
                "none in Iraq/Al Anbar | \"Iraq\" is not a country; did you mean \"IQ\"?",
                "none in IQ/           | \"IQ/\" is not an area; write the country, the province and, if you like, the district and the site, such as IQ/Al Anbar/Hit",
                "none in anvil:x       | \"anvil:x\" is not a country; write its two letters of ISO 3166 such as IQ",
            })
    void saysWhatIsWrongWithTheirScope(String text, String reason) {
        assertThat(RuleReader.read(RULE + "[none, '" + text + "']}").problems())
                .containsExactly(new Problem(1, "some", "expect[1]", reason));
    }

    @Test
    void areBounded() {
        assertThat(RuleReader.read(RULE + "[" + "none,".repeat(21) + "]}").problems())
                .extracting(Problem::reason)
                .containsExactly("found 21 entries, at most 20 are allowed; remove some");
        assertThat(RuleReader.read(RULE + "'at most 2 in IQ/" + "a ".repeat(100_000) + "'}")
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).hasSizeLessThan(200));
    }

    private static List<Expectation> read(String text) {
        RuleReader.Result result = RuleReader.read(RULE + "'" + text + "'}");
        assertThat(result.problems()).isEmpty();
        return result.expectations().get("some");
    }
}
