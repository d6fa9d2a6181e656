package io.tocsin.watch.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tocsin.incident.Category;
import io.tocsin.incident.TargetKind;
import io.tocsin.places.PlaceLevel;
import io.tocsin.watch.Certainty;
import io.tocsin.watch.Condition;
import io.tocsin.watch.Level;
import io.tocsin.watch.Match;
import io.tocsin.watch.Per;
import io.tocsin.watch.Rule;
import io.tocsin.watch.Severity;
import io.tocsin.watch.Threshold;
import io.tocsin.watch.Unusual;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RuleReaderTest {

    private static final String MINIMAL = """
            id: some
            per: site
            within: 3d
            levels: [{severity: watch, incidents: 3}]
            """;

    @Test
    void readsEveryField() {
        String text = """
                - id: three-in-three-days
                  revision: 7
                  title: Three attacks in three days
                  match:
                    categories: [rocket, drone, indirect-fire]
                    countries: [IQ, XK]
                    areas: [IQ/Al  Anbar, IQ/Al Anbar/Hit]
                    targets: { kinds: [base, airport], affiliations: [Coalition] }
                    actors: [IS]
                    tags: [night]
                    min-origins: 1
                    min-confidence: 0.5
                    min-killed: 2
                    where: "killed > 0 || 'coalition' in tags"
                  per: radius(25km)
                  within: 3d
                  levels:
                    - { severity: watch,    incidents: 3 }
                    - { severity: critical, incidents: 8, killed: 1, injured: 2, origins: 3,
                        or-incidents: 20, or-killed: 21, or-injured: 22, or-origins: 23 }
                  unusual: { history: 90d, at-most-once-in: 365d, severity: warning }
                  count: possible
                  quiet: 36h
                  remind: 90m
                  labels: { desk: iraq, ticket: 123 }
                  runbook: https://example.org/book
                  expect: at most 2 a month in IQ
                """;

        assertThat(rules(text))
                .containsExactly(new Rule(
                        "three-in-three-days",
                        7,
                        "Three attacks in three days",
                        new Match(
                                Set.of(Category.ROCKET, Category.DRONE, Category.MISSILE, Category.MORTAR_OR_ARTILLERY),
                                Set.of("IQ", "XK"),
                                Set.of("IQ/al anbar", "IQ/al anbar/hit"),
                                Set.of(TargetKind.BASE, TargetKind.AIRPORT),
                                Set.of("coalition"),
                                Set.of("is"),
                                Set.of("night"),
                                1,
                                0.5,
                                2,
                                Optional.of(condition("killed > 0 || 'coalition' in tags"))),
                        new Per.Radius(25),
                        Duration.ofDays(3),
                        List.of(
                                new Level(Severity.WATCH, 3),
                                new Level(Severity.CRITICAL, new Threshold(8, 1, 2, 3), new Threshold(20, 21, 22, 23))),
                        Optional.of(new Unusual(Duration.ofDays(90), Duration.ofDays(365), Severity.WARNING)),
                        Certainty.POSSIBLE,
                        Duration.ofHours(36),
                        Optional.of(Duration.ofMinutes(90)),
                        Map.of("desk", "iraq", "ticket", "123"),
                        Optional.of("https://example.org/book")));
    }

    @Test
    void givesAbsentFieldsTheirDefaults() {
        assertThat(rules(MINIMAL))
                .containsExactly(new Rule(
                        "some",
                        0,
                        "some",
                        Match.ALL,
                        new Per.Areas(PlaceLevel.SITE),
                        Duration.ofDays(3),
                        List.of(new Level(Severity.WATCH, 3)),
                        Optional.empty(),
                        Certainty.CERTAIN,
                        Duration.ofDays(3),
                        Optional.empty(),
                        Map.of(),
                        Optional.empty()));
    }

    @Test
    void takesNullsAndEmptyListsAsAbsent() {
        String json = """
                {"id":"some","revision":0,"title":null,"match":{"categories":[],"countries":[],"areas":[],"targets":null,
                 "actors":[],"tags":[],"minOrigins":null,"minConfidence":null,"minKilled":null,"where":null},
                 "per":"site","within":"3d","levels":[{"severity":"watch","incidents":3,"killed":null,"orKilled":null}],
                 "unusual":null,"count":null,"quiet":null,"remind":null,"labels":{},"runbook":null,"expect":[]}
                """;

        assertThat(rules(json)).isEqualTo(rules(MINIMAL));
    }

    @Test
    void readsJsonWithTabsAndEscapes() {
        String json = "{\n\t\"id\":\"some\",\t\"title\":\"a\\/b \\u00e9 \\ud83d\\ude00 \\\"c\\\" \\\\/\",\n"
                + "\t\"per\":\"site\",\"within\":\"P3D\",\"levels\":[\n\t\t{\"severity\":\"watch\",\"incidents\":3}]}";

        assertThat(rules("\uFEFF" + json)).isEqualTo(rules(json));
        assertThat(rules(json)).extracting(Rule::title).containsExactly("a/b é \uD83D\uDE00 \"c\" \\/");
    }

    @Test
    void readsAListAMappingOfRulesAndOneRuleAlike() {
        String json = "{\"id\":\"some\",\"per\":\"site\",\"within\":\"3d\","
                + "\"levels\":{\"severity\":\"watch\",\"incidents\":3}}";
        String byteOrderMark = "\uFEFF";

        assertThat(List.of(json, "[" + json + "]", "{rules: [" + json + "]}", "rules: " + json))
                .allSatisfy(text -> assertThat(rules(text)).isEqualTo(rules(MINIMAL)));
        assertThat(List.of(byteOrderMark + MINIMAL, MINIMAL.replace("\n", "\r\n"), "--- # rules\n" + MINIMAL))
                .allSatisfy(text -> assertThat(rules(text)).isEqualTo(rules(MINIMAL)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "rules: []", "{rules: null}", "{\"rules\": []}"})
    void readsAnEmptyListAsNoRules(String text) {
        assertThat(RuleReader.read(text)).isEqualTo(new RuleReader.Result(List.of(), List.of(), Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "# nothing here\n", "---\n", "null", "~"})
    void refusesATextWithoutARule(String text) {
        assertThat(problem(text).reason()).isEqualTo("found no rule; write at least one");
    }

    @Test
    void takesASingleValueWhereAListIsWanted() {
        Match match = match("{categories: unrest, countries: IQ, targets: {kinds: base, affiliations: un}, tags: 1}");

        assertThat(match)
                .isEqualTo(new Match(
                        Set.of(Category.RIOT, Category.THREAT),
                        Set.of("IQ"),
                        Set.of(),
                        Set.of(TargetKind.BASE),
                        Set.of("un"),
                        Set.of(),
                        Set.of("1"),
                        0,
                        0,
                        0,
                        Optional.empty()));
    }

    @Test
    void readsTheCodeOfNorwayThoughYamlTakesItForFalse() {
        assertThat(match("{countries: [NO]}").countries()).containsExactly("NO");
    }

    @Test
    void takesOtherForTheCategoryNotForTheFamily() {
        assertThat(match("{categories: [other]}").categories()).containsExactly(Category.OTHER);
    }

    @Test
    void readsAliases() {
        String text = """
                - {id: one, per: site, within: 3d, levels: &usual [{severity: watch, incidents: 3}]}
                - {id: two, per: country, within: 3d, levels: *usual}
                """;

        assertThat(rules(text)).extracting(Rule::levels).hasSize(2).containsOnly(List.of(new Level(Severity.WATCH, 3)));
    }

    @ParameterizedTest
    @CsvSource({
        "1m, PT1M",
        "90m, PT1H30M",
        "36h, PT36H",
        "3d, P3D",
        "2w, P14D",
        "P3D, P3D",
        "PT36H, PT36H",
        "P2W, P14D",
        "400d, P400D",
        "P1DT90S, PT24H1M30S"
    })
    void readsDurations(String text, Duration expected) {
        assertThat(rules(MINIMAL.replace("3d", text))).extracting(Rule::within).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"3", "3D", "3 days", "-3d", "1.5d", "1d12h", "P1M", "1h30", "9999999999999d", "''", "0x3d", "d"})
    void refusesWhatIsNoDuration(String text) {
        assertThat(problem(MINIMAL.replace("3d", text)).reason()).contains("is not a duration; write minutes, hours");
    }

    @ParameterizedTest
    @CsvSource({
        "within, 59s, PT59S, 1m",
        "within, 0d, 0d, 1m",
        "within, 401d, 401d, 1m",
        "within, -P3D, -P3D, 1m",
        "quiet, 58w, 58w, 0d",
        "quiet, -PT1S, -PT1S, 0d",
        "remind, 0m, 0m, 1m",
        "remind, 999999999w, 999999999w, 1m",
    })
    void refusesDurationsOutsideTheirBounds(String field, String name, String text, String least) {
        Problem problem = problem(MINIMAL.replaceAll(field + ":.*\n", "") + field + ": " + text + "\n");

        assertThat(problem.field()).as(name).isEqualTo(field);
        assertThat(problem.reason())
                .isEqualTo('"' + text + "\" is not from " + least + " to 400d; choose a duration between them");
    }

    @Test
    void takesNoQuietTimeAtAll() {
        assertThat(rules(MINIMAL + "quiet: 0d")).extracting(Rule::quiet).containsExactly(Duration.ZERO);
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void readsEveryScope(String text, Per expected) {
        assertThat(rules(MINIMAL.replace("per: site", "per: " + text)))
                .extracting(Rule::per)
                .containsExactly(expected);
    }

    static Stream<Arguments> scopes() {
        return Stream.of(
                arguments("site", new Per.Areas(PlaceLevel.SITE)),
                arguments("district", new Per.Areas(PlaceLevel.DISTRICT)),
                arguments("province", new Per.Areas(PlaceLevel.PROVINCE)),
                arguments("country", new Per.Areas(PlaceLevel.COUNTRY)),
                arguments("cell(0)", new Per.Grid(0)),
                arguments("cell( 9 )", new Per.Grid(9)),
                arguments("radius(25km)", new Per.Radius(25)),
                arguments("radius(500 m)", new Per.Radius(0.5)),
                arguments("radius(10m)", new Per.Radius(0.01)),
                arguments("radius(2.75km)", new Per.Radius(2.75)),
                arguments("radius(500km)", new Per.Radius(500)),
                arguments("actor", new Per.Actors()),
                arguments("target", new Per.Targets()),
                arguments("world", new Per.World()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "radius",
                "radius()",
                "radius(25)",
                "radius(0km)",
                "radius(9.9m)",
                "radius(-1km)",
                "radius(500.1km)",
                "radius(25mi)",
                "radius(1e1km)",
                "radius(25,5km)",
                "radius(.5km)",
                "radius(25km",
                "radius(NaNkm)",
                "radius(99999999999999999999999km)",
                "radius(0.000000000000000000001km)"
            })
    void refusesWhatIsNoDistance(String text) {
        assertThat(problem(MINIMAL.replace("per: site", "per: " + text)).field())
                .isEqualTo("per");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cell", "cell()", "cell(10)", "cell(-1)", "cell(5.0)", "cell(five)", "cell(٣)", "cell(5"})
    void refusesWhatIsNoResolution(String text) {
        assertThat(problem(MINIMAL.replace("per: site", "per: " + text)).field())
                .isEqualTo("per");
    }

    @ParameterizedTest
    @CsvSource({
        "'{severity: watch, killed: 3}', 0, 3, 0, 0",
        "'{severity: watch, injured: 3}', 0, 0, 3, 0",
        "'{severity: watch, origins: 3}', 0, 0, 0, 3",
        "'{severity: watch, incidents: 1, origins: 2}', 1, 0, 0, 2",
    })
    void readsWhatLevelsAskForTogether(String level, int incidents, int killed, int injured, int origins) {
        assertThat(levels(level))
                .containsExactly(
                        new Level(Severity.WATCH, new Threshold(incidents, killed, injured, origins), Threshold.NONE));
    }

    @Test
    void readsALevelThatOnlyAsksForOneOrTheOther() {
        assertThat(levels("{severity: watch, orIncidents: 3, or-killed: 10}"))
                .containsExactly(new Level(Severity.WATCH, Threshold.NONE, new Threshold(3, 10, 0, 0)));
    }

    @Test
    void refusesALevelThatAsksForNothing() {
        Problem problem = problem(MINIMAL.replace(", incidents: 3", ", incidents: ~"));

        assertThat(problem.inWords())
                .isEqualTo(
                        "line 4: rule some: levels[0]: asks for nothing; write what it asks for, such as incidents: 3");
    }

    @Test
    void takesLevelsOfWhichTheHigherAsksForOtherThings() {
        assertThat(levels("{severity: watch, incidents: 3}, {severity: warning, killed: 1},"
                        + " {severity: critical, incidents: 3, or-killed: 20}"))
                .hasSize(3);
    }

    @Test
    void takesARuleWithoutLevelsThatFiresOnWhatIsUnusual() {
        String text = "{id: some, per: site, within: 3d, unusual: {history: 30d, atMostOnceIn: 1d}}";

        assertThat(rules(text)).singleElement().satisfies(rule -> {
            assertThat(rule.levels()).isEmpty();
            assertThat(rule.unusual()).contains(new Unusual(Duration.ofDays(30), Duration.ofDays(1), Severity.WATCH));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{history: 29d, at-most-once-in: 1d}    | .history         | \"29d\" is not from 30d (ten windows or more) to 3650d; choose a duration between them",
                "{history: 3651d, at-most-once-in: 1d}  | .history         | \"3651d\" is not from 30d (ten windows or more) to 3650d; choose a duration between them",
                "{at-most-once-in: 1d}                  | .history         | is missing; write it, such as history: 90d",
                "{history: 90d}                         | .at-most-once-in | is missing; write it, such as at-most-once-in: 365d",
                "{history: 90d, at-most-once-in: 23h}   | .at-most-once-in | \"23h\" is not from 1d to 36500d; choose a duration between them",
                "{history: 90d, at-most-once-in: 36501d} | .at-most-once-in | \"36501d\" is not from 1d to 36500d; choose a duration between them",
                "{history: 90d, at-most-once-in: 1d, severity: bad} | .severity | \"bad\" is not a severity; write one of watch, warning, critical",
                "90d                                    | ''               | found \"90d\" where a mapping with the fields of unusual is wanted; write that",
            })
    void saysWhatIsWrongWithUnusual(String unusual, String field, String reason) {
        assertThat(problem(MINIMAL + "unusual: " + unusual))
                .isEqualTo(new Problem(5, "some", "unusual" + field, reason));
    }

    @Test
    void refusesAWindowThatIsTooLongForAnyHistory() {
        Problem problem =
                problem("{id: some, per: site, within: 366d, unusual: {history: 3650d, at-most-once-in: 1d}}");

        assertThat(problem.reason())
                .isEqualTo("wants a history of 10 windows, which may be 3650d at most; shorten the window, or remove"
                        + " this");
    }

    @ParameterizedTest
    @CsvSource({
        "IQ/Al Anbar, IQ/al anbar",
        "IQ/Al Anbar/Hit, IQ/al anbar/hit",
        "IQ/Al Anbar//Ain Al Assad, IQ/al anbar//ain al assad",
        "XK/ Ｐrizren , XK/prizren",
        "IQ/al\u00a0anbar, IQ/al anbar",
    })
    void readsAreas(String text, String key) {
        assertThat(match("{areas: ['" + text + "']}").areas()).containsExactly(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"IQ", "IQ/", "IQ/ ", "IQ/a/b/c/d", "/a", "Anbar", "IQ/a/", "IQ//", "////////"})
    void refusesWhatIsNoArea(String text) {
        Problem problem = problem(MINIMAL + "match: {areas: [IQ/a, '" + text + "']}");

        assertThat(problem.field()).isEqualTo("match.areas[1]");
        assertThat(problem.reason()).contains("; write ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "titel: x                         | titel             | \"titel\" is no field of a rule; did you mean \"title\"?",
                "run_book: x                      | run_book          | \"run_book\" is no field of a rule; did you mean \"runbook\"?",
                "match: {min-orgins: 1}           | match.min-orgins  | \"min-orgins\" is no field of match; did you mean \"min-origins\"?",
                "match: {minOrgins: 1}            | match.min-orgins  | \"min-orgins\" is no field of match; did you mean \"min-origins\"?",
                "match: {kinds: base}             | match.kinds       | \"kinds\" is no field of match; it belongs into targets, move it there",
                "countries: IQ                    | countries         | \"countries\" is no field of a rule; it belongs into match, move it there",
                "match: {targets: {names: x}}     | match.targets.names | \"names\" is no field of targets; remove it or use one of kinds, affiliations",
                "match: {categories: rockets}     | match.categories  | \"rockets\" is not a category or family; did you mean \"rocket\"?",
                "match: {categories: VEHICLE_BOMB} | match.categories | \"VEHICLE_BOMB\" is not a category or family; did you mean \"vehicle-bomb\"?",
                "match: {countries: [IQ, iq]}     | match.countries[1] | \"iq\" is not a country; did you mean \"IQ\"?",
                "match: {countries: Iraq}         | match.countries   | \"Iraq\" is not a country; did you mean \"IQ\"?",
                "match: {countries: UK}           | match.countries   | \"UK\" is not a country; did you mean \"GB\"?",
                "match: {countries: ZZ}           | match.countries   | \"ZZ\" is not a country; write its two letters of ISO 3166 such as IQ",
                "match: {targets: {kinds: bases}} | match.targets.kinds | \"bases\" is not a kind of target; did you mean \"base\"?",
                "match: {targets: base}           | match.targets     | found \"base\" where a mapping with the fields of targets is wanted; write that",
                "match: {actors: [[a]]}           | match.actors[0]   | found a list where a single value is wanted; write that",
                "match: {actors: ['']}            | match.actors[0]   | found a blank text; write one, or remove this",
                "match: {actors: [~]}             | match.actors[0]   | found nothing where a value is wanted; write one, or remove this",
                "match: {min-origins: -1}         | match.min-origins | \"-1\" is not a whole number from 0 to 10000; write one",
                "match: {min-origins: 010}        | match.min-origins | \"010\" is not a whole number from 0 to 10000; write one",
                "match: {min-killed: 1.0}         | match.min-killed  | \"1.0\" is not a whole number from 0 to 10000000; write one",
                "match: {min-confidence: 1.1}     | match.min-confidence | \"1.1\" is not a number from 0 to 1; write one such as 0.5",
                "match: {min-confidence: .nan}    | match.min-confidence | \".nan\" is not a number from 0 to 1; write one such as 0.5",
                "match: {min-confidence: 50%}     | match.min-confidence | \"50%\" is not a number from 0 to 1; write one such as 0.5",
                "match: some                      | match             | found \"some\" where a mapping with the fields of match is wanted; write that",
                "killed: 3                        | killed            | \"killed\" is no field of a rule; it belongs into a level, move it there",
                "match: {areas: Iraq/Al Anbar}    | match.areas       | \"Iraq\" is not a country; did you mean \"IQ\"?",
                "match: {areas: Al Anbar}         | match.areas       | \"Al Anbar\" is not an area; write the country, the province and, if you like, the district and the site, such as IQ/Al Anbar/Hit",
                "count: maybe                     | count             | \"maybe\" is not a way to count; write one of certain, possible",
                "revision: 99999999999            | revision          | \"99999999999\" is not a whole number from 0 to 2147483647; write one",
                "title: \"a\\nb\"                 | title             | found line breaks or control characters in \"a?b\"; remove them",
                "title: !loud a                   | title             | found the tag \"!loud\"; tags are not allowed, remove it",
                "labels: [a]                      | labels            | found a list where a mapping of names to texts is wanted; write that",
                "labels: {a: }                    | labels.a          | found nothing where a value is wanted; write one, or remove this",
                "labels: {a: [1]}                 | labels.a          | found a list where a single value is wanted; write that",
                "runbook: see the wiki            | runbook           | \"see the wiki\" is not a link; write one such as https://example.org/runbook",
                "runbook: ftp://example.org/a     | runbook           | \"ftp://example.org/a\" is not a link; write one such as https://example.org/runbook",
                "<<: {title: a}                 | <<                | \"<<\" is no field of a rule; remove it or use one of id, revision, title, match, per, within, levels, unusual, count, quiet, remind, labels, runbook, expect",
            })
    void saysWhatIsWrongWithAFieldAndWhatToDo(String line, String field, String reason) {
        assertThat(problem(MINIMAL + line)).isEqualTo(new Problem(5, "some", field, reason));
    }

    @Test
    void refusesTheNameOfALabelThatIsNone() {
        assertThat(problem(MINIMAL + "labels: {'a b': c}").reason()).startsWith("\"a b\" is not a name of a label; ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "per: site   | per: Site   | per    | \"Site\" is not a scope; did you mean \"site\"?",
                "per: site   | per: region | per    | \"region\" is not a scope; write one of country, province, district, site, cell(5), radius(25km), actor, target, world",
                "per: site   | per: cell(10) | per   | \"10\" is not a resolution; write one from 0 (about 2200 km across) to 9 (about 300 m) such as cell(5)",
                "per: site   | per: radius(25) | per | \"25\" is not a distance; write one from 10m to 500km such as radius(25km)",
                "per: site   | per: raduis(25km) | per | \"raduis(25km)\" is not a scope; did you mean \"radius(25km)\"?",
                "incidents: 3 | incidents: 3, or-kiled: 3 | levels[0].or-kiled | \"or-kiled\" is no field of a level; did you mean \"or-killed\"?",
                "incidents: 3 | incidents: 3, or-killed: 0 | levels[0].or-killed | \"0\" is not a whole number from 1 to 10000; write one",
                "per: site   | per: [site] | per    | found a list where a single value is wanted; write that",
                "per: site   | per:        | per    | is missing; write it, such as per: site",
                "id: some    | ID: some    | ID     | \"ID\" is no field of a rule; did you mean \"id\"?",
                "severity: watch | severity: high | levels[0].severity | \"high\" is not a severity; write one of watch, warning, critical",
                "severity: watch, | '' | levels[0].severity | is missing; write it, such as severity: watch",
                "incidents: 3 | incidents: 0 | levels[0].incidents | \"0\" is not a whole number from 1 to 10000; write one",
                "incidents: 3 | incidents: three | levels[0].incidents | \"three\" is not a whole number from 1 to 10000; write one",
                "[{severity: watch, incidents: 3}] | [] | levels | is missing; write it, such as levels: [{severity: watch, incidents: 3}]",
                "[{severity: watch, incidents: 3}] | 3 | levels | found \"3\" where a mapping with the fields of a level is wanted; write that",
            })
    void saysWhatIsWrongWithARequiredField(String good, String bad, String field, String reason) {
        assertThat(RuleReader.read(MINIMAL.replace(good, bad)).problems()).anySatisfy(problem -> {
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.reason()).isEqualTo(reason);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "A", "-a", ".a", "a b", "ä", "a/b"})
    void refusesWhatIsNoId(String id) {
        Problem problem = problem(MINIMAL.replace("some", id));

        assertThat(problem.rule()).isEqualTo("#1");
        assertThat(problem.reason()).contains(" is not an id; write 1 to 100 of ");
    }

    @Test
    void keepsTheIdOfTheRuleThatIsBuiltInToItself() {
        assertThat(problem(MINIMAL.replace("some", "source-silent")).reason())
                .isEqualTo("\"source-silent\" is the rule for sources, which is built in; choose another id");
    }

    @Test
    void refusesAnIdOfMoreThanAHundredCharacters() {
        assertThat(rules(MINIMAL.replace("some", "a".repeat(100)))).hasSize(1);
        assertThat(problem(MINIMAL.replace("some", "a".repeat(101))).field()).isEqualTo("id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{severity: warning, incidents: 3}, {severity: watch, incidents: 5}",
                "{severity: watch, incidents: 3}, {severity: watch, incidents: 5}",
                "{severity: watch, incidents: 3}, {severity: warning, incidents: 3}",
                "{severity: watch, incidents: 5}, {severity: warning, incidents: 3}",
                "{severity: watch, killed: 5}, {severity: watch, killed: 8}",
            })
    void refusesLevelsThatDoNotRise(String levels) {
        Problem problem = problem(MINIMAL.replace("{severity: watch, incidents: 3}", levels));

        assertThat(problem.field()).isEqualTo("levels[1]");
        assertThat(problem.reason()).endsWith("put the lowest level first and let both severity and incidents rise");
    }

    @ParameterizedTest
    @ValueSource(strings = {"min-origins: 1, min-origins: 1", "min-origins: 1, minOrigins: 2", "where: , where: "})
    void refusesAFieldThatIsGivenTwice(String fields) {
        assertThat(problem(MINIMAL + "match: {" + fields + "}").reason()).endsWith(" twice; remove one of them");
    }

    @Test
    void refusesALabelThatIsGivenTwiceButNotTwoThatDifferInCase() {
        assertThat(problem(MINIMAL + "labels: {a: 1, a: 2}").field()).isEqualTo("labels.a");
        assertThat(rules(MINIMAL + "labels: {theDesk: 1, the-desk: 2}")).hasSize(1);
    }

    @Test
    void tellsAllProblemsAtOnceWithTheirLinesAndReadsTheGoodRules() {
        String text = """
                - id: first
                  per: region
                  within: 3d
                  match:
                    where: "kiled > 0"
                    countries:
                      - IQ
                      - Irak
                  levels:
                    - severity: watch
                      incidents: 3
                - id: second
                  per: site
                  within: 3d
                  levels: {severity: watch, incidents: 3}
                - per: site
                  within: 3d
                  levels: {severity: watch, incidents: 3}
                - third
                """;

        RuleReader.Result result = RuleReader.read(text);

        assertThat(result.rules()).extracting(Rule::id).containsExactly("second");
        assertThat(result.problems())
                .extracting(Problem::inWords)
                .containsExactly(
                        "line 2: rule first: per: \"region\" is not a scope; write one of country, province, district, site,"
                                + " cell(5), radius(25km), actor, target, world",
                        "line 5: rule first: match.where: \"kiled\" at character 1 is unknown; did you mean"
                                + " \"killed\"?",
                        "line 8: rule first: match.countries[1]: \"Irak\" is not a country; write its two letters of"
                                + " ISO 3166 such as IQ",
                        "line 16: rule #3: id: is missing; write it, such as id: three-in-three-days",
                        "line 19: rule #4: found \"third\" where a mapping with the fields of a rule is wanted; write"
                                + " that");
    }

    @Test
    void refusesTheSecondRuleOfAnId() {
        String rule = "- {id: same, per: site, within: 3d, levels: {severity: watch, incidents: 3}}\n";

        RuleReader.Result result = RuleReader.read(rule + "\n" + rule);

        assertThat(result.rules()).hasSize(1);
        assertThat(result.problems())
                .containsExactly(new Problem(
                        3,
                        "same",
                        "id",
                        "\"same\" is also the id of the rule at line 1; give each rule an id of its own"));
    }

    @Test
    void refusesOtherFieldsBesideTheListOfRules() {
        assertThat(problem("version: 1\nrules: []").inWords())
                .isEqualTo(
                        "line 1: version: \"version\" is no field of a file of rules; remove it or use one of rules");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: [                 | 1 | is not YAML: ",
                "a: b: c              | 1 | is not YAML: mapping values are not allowed here",
                "id: \"some           | 1 | is not YAML: ",
                "a: *b                | 1 | is not YAML: found undefined alias b",
                "a: !!java.net.URL b  | 1 | is not YAML: Global tag is not allowed",
            })
    void saysWhereTheTextIsNoYaml(String text, int line, String reason) {
        Problem problem = problem(text);

        assertThat(problem.line()).isEqualTo(line);
        assertThat(problem.reason()).startsWith(reason).endsWith("; mend the text");
    }

    @Test
    void saysWhereAControlCharacterIs() {
        assertThat(problem(MINIMAL + "title: \u0007").inWords())
                .isEqualTo("line 5: found the control character U+0007; remove it");
    }

    @Test
    void refusesTwoDocumentsInOneText() {
        assertThat(problem(MINIMAL + "---\n" + MINIMAL).line()).isEqualTo(5);
    }

    @Test
    void refusesAVeryLongText() {
        assertThat(problem("#".repeat(Yamls.LONGEST + 1)).reason()).endsWith("are allowed; split the file");
    }

    @Test
    void refusesAVeryDeepText() {
        assertThat(problem("[".repeat(100_000)).reason()).contains("Nesting Depth exceeded");
        assertThat(problem("- ".repeat(100_000)).reason()).contains("Nesting Depth exceeded");
    }

    @Test
    void refusesVeryManyValues() {
        assertThat(problem("[" + "1,".repeat(BoundedComposer.MOST) + "]").reason())
                .contains("More than " + BoundedComposer.MOST + " values");
    }

    @Test
    void refusesVeryManyAliases() {
        assertThat(problem("- &a [1]\n" + "- *a\n".repeat(51)).reason()).contains("aliases");
    }

    @Test
    void survivesATextThatHoldsItself() {
        assertThat(RuleReader.read("&a [*a, *a]").problems()).hasSize(2);
        assertThat(RuleReader.read("&a {rules: *a}").problems()).isNotEmpty();
        assertThat(RuleReader.read("&a {*a : *a}").problems()).isNotEmpty();
        assertThat(RuleReader.read("&a {id: *a, match: *a, levels: *a, labels: *a, per: *a, within: *a}")
                        .problems())
                .isNotEmpty();
    }

    @Test
    void tellsTheFirstThousandOfVeryManyProblems() {
        List<Problem> problems = RuleReader.read("- 1\n".repeat(5_000)).problems();

        assertThat(problems).hasSize(Problems.MOST + 1);
        assertThat(problems.get(Problems.MOST).inWords())
                .isEqualTo("found 5000 problems, only the first 1000 are told; mend them and read again");
    }

    @Test
    void boundsListsLabelsAndTexts() {
        String many = "[" + "a,".repeat(251) + "]";

        assertThat(problem(MINIMAL + "match: {tags: " + many + "}").reason())
                .startsWith("found 251 entries, at most 250");
        assertThat(problem(MINIMAL + "title: " + "a".repeat(201)).reason())
                .startsWith("found 201 characters, at most 200");
        StringBuilder labels = new StringBuilder();
        for (int i = 0; i <= 50; i++) {
            labels.append("  l").append(i).append(": x\n");
        }
        assertThat(problem(MINIMAL + "labels:\n" + labels).reason()).startsWith("found 51 labels, at most 50");
    }

    @Test
    void shortensWhatItShows() {
        assertThat(problem("a: *" + "b".repeat(100_000)).inWords()).hasSizeLessThan(300);
        assertThat(problem(MINIMAL + "labels: {? \"a\\n" + "b".repeat(100_000) + "\" : c}")
                        .inWords())
                .hasSizeLessThan(400)
                .hasLineCount(1);
        assertThat(problem(MINIMAL + "match: {countries: " + "x".repeat(100_000) + "}")
                        .reason())
                .hasSizeLessThan(200);
    }

    private static List<Level> levels(String levels) {
        return rules(MINIMAL.replace("{severity: watch, incidents: 3}", levels))
                .get(0)
                .levels();
    }

    private static Condition condition(String text) {
        return match("{where: \"" + text + "\"}").where().orElseThrow();
    }

    private static Match match(String match) {
        return rules(MINIMAL + "match: " + match).get(0).match();
    }

    private static List<Rule> rules(String text) {
        RuleReader.Result result = RuleReader.read(text);
        assertThat(result.problems()).isEmpty();
        return result.rules();
    }

    private static Problem problem(String text) {
        RuleReader.Result result = RuleReader.read(text);
        assertThat(result.rules()).isEmpty();
        assertThat(result.problems()).hasSize(1);
        return result.problems().get(0);
    }
}
