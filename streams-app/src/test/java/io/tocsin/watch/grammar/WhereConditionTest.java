package io.tocsin.watch.grammar;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tocsin.incident.Category;
import io.tocsin.incident.TargetKind;
import io.tocsin.incident.TimePrecision;
import io.tocsin.places.Place;
import io.tocsin.places.PlacePrecision;
import io.tocsin.watch.Condition;
import io.tocsin.watch.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class WhereConditionTest {

    private static final Fact FACT = fact(
            TimePrecision.MINUTE,
            PlacePrecision.DISTRICT,
            List.of("coalition", "Night"),
            "Two drones were shot down near the base.");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "killed > 0 || 'coalition' in tags",
                "killed == 2 && injured == 5",
                "killed + injured >= 7",
                "killed > 1.5",
                "confidence > 0",
                "confidence > 0.79 && confidence < 0.81",
                "category == 'drone' && family == 'air-attack'",
                "category in ['rocket', 'drone']",
                "country == 'IQ' && province == 'Al Anbar' && district == 'Hit'",
                "province.lowerAscii() == 'al anbar'",
                "site == ''",
                "target == 'base' && affiliation == 'coalition'",
                "actor == 'Islamic State'",
                "size(origins) == 2 && 'acled' in origins",
                "sources == ['acled', 'sigacts']",
                "tags.exists(t, t.lowerAscii() == 'night')",
                "tags.all(t, t != '') && tags.exists_one(t, t == 'Night')",
                "summary.contains('drones') && !summary.startsWith('Three')",
                "summary.matches('(?i)DRONES? were')",
                "at > timestamp('2021-05-04T00:00:00Z') && at < timestamp('2021-05-05T00:00:00Z')",
                "at.getHours('Asia/Baghdad') == 1 && at.getDayOfWeek('Asia/Baghdad') == 3",
                "hour == 22 && weekday == 'tuesday'",
                "precision == 'minute'",
                "killed > 100 ? false : true",
                "killed > 0 &&\n  injured > 0 // and a comment",
            })
    void holds(String text) {
        assertThat(condition(text).test(FACT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "false",
                "killed > 2",
                "'night' in tags",
                "site == 'Ain Al Assad'",
                "province == 'al anbar'",
                "hour < 6",
                "weekday in ['saturday', 'sunday']"
            })
    void doesNotHold(String text) {
        assertThat(condition(text).test(FACT)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "killed / (killed - 2) == 1",
                "tags[2] == 'x'",
                "summary.matches(summary + '(')",
                "int(summary) == 1",
                "timestamp(summary) > at",
                "killed * 9223372036854775807 > 0"
            })
    void doesNotHoldWhereItFails(String text) {
        assertThat(condition(text.replace("summary + '('", "tags[0] == 'coalition' ? '(' : 'a'"))
                        .test(FACT))
                .isFalse();
    }

    @Test
    void holdsThoughAPartFailsThatIsNotNeeded() {
        assertThat(condition("killed > 0 || tags[5] == 'a'").test(FACT)).isTrue();
        assertThat(condition("tags[5] == 'a' || killed > 0").test(FACT)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Variable.class)
    void knowsEveryVariable(Variable variable) {
        String name = variable.label();

        assertThat(condition(name + " == " + name).test(FACT)).isTrue();
        assertThat(condition(name + " == " + name).test(nothingKnown())).isTrue();
    }

    @Test
    void hasEmptyTextsAndNoHourForWhatIsNotKnown() {
        assertThat(condition("hour == -1 && weekday == '' && site == '' && province == '' && actor == ''"
                                + " && affiliation == '' && summary == '' && target == 'unknown' && tags == []")
                        .test(nothingKnown()))
                .isTrue();
    }

    @Test
    void knowsTheWeekdayButNotTheHourOfWhatIsKnownToTheDay() {
        Fact ofTheDay = fact(TimePrecision.DAY, PlacePrecision.SITE, List.of(), "");

        assertThat(condition("hour == -1 && weekday == 'tuesday' && site == 'Ain Al Assad'")
                        .test(ofTheDay))
                .isTrue();
    }

    @Test
    void isEqualToOneOfTheSameTextAndCompiledOnce() {
        Condition condition = condition("killed > 41");

        assertThat(condition("killed > 41")).isSameAs(condition).hasToString("killed > 41");
        assertThat(new WhereCondition("killed > 41", null)).isEqualTo(condition).hasSameHashCodeAs(condition);
        assertThat(condition("killed > 42")).isNotEqualTo(condition);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            value = {
                "kiled > 0               ¦ \"kiled\" at character 1 is unknown; did you mean \"killed\"?",
                "killed > 0 && perp == 'x' ¦ \"perp\" at character 15 is unknown; use one of killed, injured, confidence, category, family, country, province, district, site, target, affiliation, actor, origins, sources, tags, summary, at, hour, weekday, precision",
                "summary.startWith('a')  ¦ \"startWith\" at character 18 is unknown; did you mean \"startsWith\"?",
                "killed > 'a'            ¦ \">\" at character 8 does not take (int, string); give it what it takes, such as killed > 0",
                "tags == 'coalition'     ¦ \"==\" at character 6 does not take (list(string), string); give it what it takes, such as killed > 0",
                "'a' in country          ¦ \"in\" at character 5 does not take (string, string); give it what it takes, such as killed > 0",
                "killed ? true : false   ¦ \"?:\" at character 8 does not take (int, bool, bool); give it what it takes, such as killed > 0",
                "actor + site == 'x'     ¦ \"+\" at character 7 does not take (string, string); give it what it takes, such as killed > 0",
                "actor.contains(1)       ¦ \"contains\" at character 15 does not take string.(int); give it what it takes, such as killed > 0",
                "killed                  ¦ gives int where true or false is wanted; write a condition such as killed > 0",
                "tags                    ¦ gives list(string) where true or false is wanted; write a condition such as killed > 0",
                "killed >                ¦ the end at character 9 is not expected there; mend the expression",
                "killed > 0 and hour > 5 ¦ \"and\" at character 12 is not expected there; did you mean \"&&\"?",
                "killed > 0 or hour > 5  ¦ \"or\" at character 12 is not expected there; did you mean \"||\"?",
                "killed = 1              ¦ \"=\" at character 8 is not expected there; did you mean \"==\"?",
                "not killed > 1          ¦ \"killed\" at character 5 is not expected there; mend the expression",
                "country == \"IQ         ¦ \"\"IQ\" at character 12 is not expected there; mend the expression",
                "summary.matches('(')    ¦ \"(\" at character 17 is not a pattern; write one of RE2, not too long, such as 'rocket|drone'",
                "summary.matches('(?=a)') ¦ \"(?=a)\" at character 17 is not a pattern; write one of RE2, not too long, such as 'rocket|drone'",
                "at > timestamp('2021')  ¦ \"2021\" at character 16 is not a time; write one such as '2021-05-04T00:00:00Z'",
                "at - at > duration('1') ¦ \"1\" at character 20 is not a length of time; write one such as '36h'",
                "at.getHours('Bagdad') < 6 ¦ \"Bagdad\" at character 13 is not a time zone; write one such as 'Asia/Baghdad'",
                "category == 'rockets'   ¦ \"rockets\" at character 13 is no category; did you mean \"rocket\"?",
                "'Tuesday' != weekday    ¦ \"Tuesday\" at character 1 is no weekday; did you mean \"tuesday\"?",
                "killed > 0 && category in ['rocket', 'air-attack'] ¦ \"air-attack\" at character 38 is no category; write one of abduction, air-strike, ambush, armed-clash, arson, assassination, drone, grenade, ied, mine, missile, mortar-or-artillery, other, riot, rocket, sabotage, shooting, stabbing, suicide-bomb, threat, unknown, vehicle-bomb",
                "family == 'rocket'      ¦ \"rocket\" at character 11 is no family; write one of air-attack, bombing, direct-fire, indirect-fire, other, property-attack, targeted-attack, unrest",
                "country == 'Iraq'       ¦ \"Iraq\" at character 12 is no country; did you mean \"IQ\"?",
                "target == 'bases'       ¦ \"bases\" at character 11 is no target; did you mean \"base\"?",
            })
    void saysWhatIsWrongAndWhere(String text, String reason) {
        assertThat(problem(text).inWords()).isEqualTo("line 1: rule some: match.where: " + reason);
    }

    @Test
    void tellsTheLineOfAnExpressionOfSeveral() {
        assertThat(problem("killed > 0\n  && kiled > 3").reason())
                .isEqualTo("\"kiled\" at line 2, character 6 is unknown; did you mean \"killed\"?");
    }

    @Test
    void leavesNamesOfItsOwnAlone() {
        assertThat(condition("tags.exists(category, category == 'Night')").test(FACT))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.System.exit(1) == 1",
                "''.getClass() == 1",
                "dev.cel.runtime.Program == 1",
                "type(killed) == int",
                "dyn(killed) == 'a'",
                "b'a' == bytes('a')",
                "tags.map(t, t) == tags",
                "tags.filter(t, t == 'a') == tags",
                "tags + tags == tags",
                "has(tags.a)",
                "google.protobuf.Struct{} == google.protobuf.Struct{}",
                "now() > at",
            })
    void reachesNothingButTheIncident(String text) {
        assertThat(problem(text).field()).isEqualTo("match.where");
    }

    @Test
    void isRefusedWhereItIsTooLongOrTooDeep() {
        assertThat(problem("killed > " + " ".repeat(1_000) + "0").reason())
                .isEqualTo("found 1010 characters, at most 1000 are" + " allowed; shorten it");
        assertThat(problem("x".repeat(3_000_000)).reason()).startsWith("found 3000000 characters");
        assertThat(problem("(".repeat(400) + "true" + ")".repeat(400)).reason())
                .isEqualTo(
                        "cannot be read: Expression recursion limit exceeded. limit: 32; write a simpler expression");
        assertThat(problem("[".repeat(1_000)).reason()).startsWith("cannot be read: ");
        assertThat(problem("killed" + "[0]".repeat(300)).reason()).isNotEmpty();
        assertThat(problem("a" + ".a".repeat(450)).reason()).isNotEmpty().hasSizeLessThan(400);
        assertThat(problem("-".repeat(900) + "killed").reason()).isNotEmpty();
        assertThat(problem("''").reason())
                .isEqualTo("gives string where true or false is wanted; write a condition such" + " as killed > 0");
    }

    @Test
    void mayBeLong() {
        assertThat(condition(String.join(" || ", nCopies(40, "killed + 1 > 100")) + "||true")
                        .test(FACT))
                .isTrue();
        assertThat(condition("killed " + "+ killed ".repeat(24) + "== 50").test(FACT))
                .isTrue();
    }

    @Test
    void isRefusedWhereItIsBlankOrHoldsControlCharacters() {
        assertThat(problem(" \n ").reason()).isEqualTo("found a blank text; write one, or remove this");
        assertThat(problem("killed \u0007> 0").reason())
                .isEqualTo("found control characters in \"killed ?> 0\"; remove them");
    }

    @Test
    void isRefusedWhereLoopsAreInLoopsInLoops() {
        assertThat(problem("[1].exists(x, [x, x].all(y, [y, y].all(z, z == 1)))")
                        .reason())
                .isEqualTo("the loop at character 39 is in 2 others; use fewer");
    }

    @Test
    void endsSoonWhereItLoops() {
        String ten = IntStream.range(0, 40).mapToObj(Integer::toString).toList().toString();
        Condition loops = condition(ten + ".all(a, " + ten + ".all(b, a + b >= 0))");

        assertThat(loops.test(FACT)).isFalse();
    }

    @Test
    void endsSoonWhereAPatternWouldGoBackForEver() {
        Fact hostile = fact(TimePrecision.DAY, PlacePrecision.SITE, nCopies(900, "b"), "a".repeat(4_000) + "!");
        Condition one = condition("summary.matches('^(a+)+$')");
        Condition many = condition("tags.exists(t, t.matches('^(a|a|aa)+$') || t.matches('(x+x+)+y'))");

        assertThat(one.test(hostile)).isFalse();
        assertThat(many.test(hostile)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "tags.exists(t, summary.matches('a'))                | 31",
                "tags.exists(t, matches(summary, 'a'))               | 23",
                "tags.exists(t, [summary].all(s, s.matches('a')))    | 42",
                "tags.exists(t, (killed > 0 ? t : summary).matches(t)) | 50",
            })
    void isRefusedWhereAPatternIsAskedOfTheSameAgainAndAgain(String text, int character) {
        assertThat(problem(text).reason())
                .isEqualTo("\"matches\" at character " + character
                        + " is in a loop and not asked of the loop's own entries; ask it outside");
    }

    @Test
    void isRefusedWhereAPatternIsTooLarge() {
        assertThat(problem("summary.matches('(a{100}){100}')").reason()).contains("is not a pattern");
        assertThat(condition("tags.exists(t, t.matches(t))")
                        .test(fact(TimePrecision.DAY, PlacePrecision.SITE, List.of("(a{100}){100}"), "a")))
                .isFalse();
    }

    private static Condition condition(String text) {
        RuleReader.Result result = RuleReader.read(rule(text));
        assertThat(result.problems()).as(text).isEmpty();
        return result.rules().get(0).match().where().orElseThrow();
    }

    private static Problem problem(String text) {
        RuleReader.Result result = RuleReader.read(rule(text));
        assertThat(result.problems()).as(text).hasSize(1);
        return result.problems().get(0);
    }

    private static String rule(String where) {
        return "{\"id\":\"some\",\"per\":\"site\",\"within\":\"3d\",\"levels\":{\"severity\":\"watch\",\"incidents\":3},"
                + "\"match\":{\"where\":" + JsonNodeFactory.instance.textNode(where) + "}}";
    }

    private static Fact fact(TimePrecision time, PlacePrecision precision, List<String> tags, String summary) {
        return new Fact(
                "inc-1",
                Instant.parse("2021-05-04T22:30:00Z"),
                Duration.ZERO,
                time,
                Category.DRONE,
                new Place(
                        "IQ",
                        Optional.of("Al Anbar"),
                        Optional.of("Hit"),
                        Optional.of("Ain Al Assad"),
                        Optional.empty(),
                        precision),
                TargetKind.BASE,
                Optional.of("coalition"),
                Optional.of("Islamic State"),
                2,
                5,
                List.of("acled", "centcom"),
                List.of("acled", "sigacts"),
                0.8,
                tags,
                Optional.of(summary),
                Optional.empty());
    }

    private static Fact nothingKnown() {
        return new Fact(
                "inc-2",
                Instant.parse("2021-05-15T12:00:00Z"),
                Duration.ofDays(31),
                TimePrecision.MONTH,
                Category.UNKNOWN,
                new Place(
                        Place.NOWHERE,
                        Optional.of("Al Anbar"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        PlacePrecision.COUNTRY),
                TargetKind.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                List.of(),
                List.of(),
                0,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
