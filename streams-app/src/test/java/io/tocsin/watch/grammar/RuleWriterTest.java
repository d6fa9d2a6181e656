package io.tocsin.watch.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.watch.Rule;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RuleWriterTest {

    @Test
    void writesTheCanonicalText() {
        String text = """
                {"expect":"none","runbook":"https://example.org/book","labels":{"z":"1","desk":"iraq"},"remind":"PT24H","quiet":"PT90M",
                 "count":"possible","unusual":{"severity":"warning","atMostOnceIn":"P52W","history":"PT3600H"},
                 "levels":[{"incidents":3,"severity":"watch"},{"orKilled":9,"severity":"critical","incidents":8}],
                 "within":"P2W","per":"radius(500m)","match":{"where":" killed > 1\\n ","minKilled":2,
                 "areas":["IQ/Al Anbar","IQ/Al Anbar/Hit"],"minConfidence":0.5,"minOrigins":1,"tags":["Night"],"actors":"IS",
                 "targets":{"affiliations":["Coalition"],"kinds":["base","airport"]},"countries":["NO","IQ"],
                 "categories":["air-attack","rocket"]},"title":"Three: attacks","revision":7,"id":"some"}
                """;

        assertThat(RuleWriter.write(RuleReader.read(text).rules().get(0))).isEqualTo("""
                id: some
                revision: 7
                title: 'Three: attacks'
                match:
                  categories: [air-strike, drone, rocket]
                  countries: [IQ, 'NO']
                  areas: [IQ/al anbar, IQ/al anbar/hit]
                  targets: {kinds: [airport, base], affiliations: [coalition]}
                  actors: [is]
                  tags: [night]
                  min-origins: 1
                  min-confidence: 0.5
                  min-killed: 2
                  where: ' killed > 1'
                per: radius(0.5km)
                within: 14d
                levels:
                - {severity: watch, incidents: 3}
                - {severity: critical, incidents: 8, or-killed: 9}
                unusual: {history: 150d, at-most-once-in: 364d, severity: warning}
                count: possible
                quiet: 90m
                remind: 1d
                labels:
                  desk: iraq
                  z: '1'
                runbook: https://example.org/book
                """);
    }

    @Test
    void leavesOutWhatHasItsDefault() {
        String text =
                "{id: some, title: some, match: {min-killed: 0}, per: site, within: 3d, quiet: 3d, labels: {}, count: certain,"
                        + " levels: {severity: watch, incidents: 3}}";

        assertThat(RuleWriter.write(RuleReader.read(text).rules().get(0))).isEqualTo("""
                id: some
                per: site
                within: 3d
                levels:
                - {severity: watch, incidents: 3}
                """);
    }

    @Test
    void writesNoLevelsWhereThereAreNone() {
        String text =
                "{id: some, per: world, within: 1d, unusual: {history: 2w, at-most-once-in: 1d, severity: watch}}";

        assertThat(RuleWriter.write(RuleReader.read(text).rules().get(0))).isEqualTo("""
                id: some
                per: world
                within: 1d
                unusual: {history: 14d, at-most-once-in: 1d}
                """);
    }

    @Test
    void writesWhatIsReadAsAnEqualRule() {
        Random random = new Random(42);
        for (int i = 0; i < 2_000; i++) {
            Rule rule = RandomRules.next(random);
            String text = RuleWriter.write(rule);

            assertThat(RuleReader.read(text))
                    .as(text)
                    .isEqualTo(new RuleReader.Result(List.of(rule), List.of(), Map.of()));
        }
    }
}
