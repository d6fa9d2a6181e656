package io.tocsin.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.avro.ActionKind;
import io.tocsin.avro.Attribution;
import io.tocsin.avro.Casualties;
import io.tocsin.avro.Category;
import io.tocsin.avro.Estimate;
import io.tocsin.avro.Incident;
import io.tocsin.avro.IncidentStatus;
import io.tocsin.avro.Member;
import io.tocsin.avro.Occurrence;
import io.tocsin.avro.OperatorAction;
import io.tocsin.avro.Perpetrator;
import io.tocsin.avro.Place;
import io.tocsin.avro.PlacePrecision;
import io.tocsin.avro.ReportRef;
import io.tocsin.avro.Target;
import io.tocsin.avro.TargetKind;
import io.tocsin.avro.TimePrecision;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncidentTextTest {

    @Test
    void tellsAllThatIsKnown() {
        assertThat(IncidentText.page(incident(), List.of(split())))
                .containsExactly(
                        "incident    inc-1, revision 3",
                        "state       stands",
                        "what        vehicle-bomb on base, Taji, coalition; claimed: a group",
                        "where       Taji, Baghdad, IQ, 33.5200 44.2500 (known to the site)",
                        "when        2021-05-04 (known to the day)",
                        "casualties  2 (1 to ?) killed, ? injured",
                        "origins     2: AFP, army; confidence 0.75",
                        "reported    2021-05-04 20:00 to 2021-05-05 08:30",
                        "summary     A car blew up.",
                        "",
                        "report   revision  score  reasons",
                        "acled/1  0         0.0    -",
                        "wire/1   2         4.2    same day; 3 km apart",
                        "",
                        "near miss  revision  score  reasons",
                        "desk/1     0         -0.5   40 km apart",
                        "",
                        "2021-05-06 10:00  act-1  desk/1 split from acled/1, wire/1 by anna: another town");
    }

    @Test
    void leavesOutWhatIsUnknown() {
        Incident bare = incident();
        bare.setTarget(null);
        bare.setPerpetrator(null);
        bare.setCasualties(null);
        bare.setSummary(null);
        bare.setPlace(new Place(null, null, null, null, null, null, PlacePrecision.UNKNOWN));
        bare.setNearMisses(List.of());

        assertThat(IncidentText.page(bare, List.of()))
                .hasSize(12)
                .contains(
                        "what        vehicle-bomb",
                        "where       unknown (known to the unknown)",
                        "casualties  unknown");
    }

    @Test
    void saysWhatBecameOfOneThatStandsNoMore() {
        Incident merged = incident();
        merged.setStatus(IncidentStatus.MERGED);
        merged.setMergedInto("inc-0");
        Incident retracted = incident();
        retracted.setStatus(IncidentStatus.RETRACTED);

        assertThat(IncidentText.page(merged, List.of()))
                .contains("state       merged; lives on in inc-0; this is how it was last");
        assertThat(IncidentText.page(retracted, List.of()))
                .contains("state       taken back with all its reports; this is how it was last");
    }

    @Test
    void namesOnlyTheFirstOfManyReports() {
        OperatorAction action = split();
        action.setMembers(Collections.nCopies(150, new ReportRef("a", "1")));

        assertThat(ActionLine.recounted(action))
                .isEqualTo("inc-1 is recounted: a/1, a/1, a/1, a/1, a/1 and 145 more apart from acled/1, wire/1");
    }

    @Test
    void letsNoControlCharactersThrough() {
        String hostile = "\u001B[2Jx\r\n\u0007";
        Incident incident = incident();
        incident.setId(hostile);
        incident.setSummary(hostile);
        incident.setOrigins(List.of(hostile));
        incident.setTarget(new Target(TargetKind.BASE, hostile, hostile));
        incident.setPerpetrator(new Perpetrator(hostile, Attribution.BLAMED));
        incident.getPlace().setSite(hostile);
        incident.setMembers(List.of(new Member(hostile, hostile, 0, 0.0, List.of(hostile))));
        incident.setNearMisses(incident.getMembers());
        OperatorAction action = split();
        action.setId(hostile);
        action.setWho(hostile);
        action.setWhy(hostile);
        action.setSubject(hostile);
        action.setMembers(List.of(new ReportRef(hostile, hostile)));
        Table table = IncidentText.table();
        IncidentText.addTo(table, incident);

        assertThat(IncidentText.page(incident, List.of(action))).noneMatch(IncidentTextTest::hasControls);
        assertThat(table.lines()).noneMatch(IncidentTextTest::hasControls);
        assertThat(ActionLine.recounted(action)).doesNotMatch("(?s).*\\p{Cntrl}.*");
    }

    @ParameterizedTest
    @CsvSource({
        "2021-05-04T00:00:00Z, 2021-05-05T00:00:00Z, 2021-05-04",
        "2021-05-01T00:00:00Z, 2021-06-01T00:00:00Z, 2021-05-01 to 2021-05-31",
        "2021-05-04T12:30:00Z, 2021-05-04T12:30:00Z, 2021-05-04 12:30",
        "2021-05-04T00:00:00Z, 2021-05-04T00:00:00Z, 2021-05-04 00:00",
        "2021-05-04T18:00:00Z, 2021-05-05T00:00:00Z, 2021-05-04 18:00 to 2021-05-05 00:00"
    })
    void tellsWhenItHappened(Instant from, Instant until, String inWords) {
        Incident incident = incident();
        incident.setOccurrence(new Occurrence(from, until, TimePrecision.PART_OF_DAY));

        assertThat(IncidentText.page(incident, List.of()))
                .contains("when        " + inWords + " (known to the part of day)");
    }

    private static boolean hasControls(String line) {
        return line.chars().anyMatch(Character::isISOControl);
    }

    private static Incident incident() {
        Incident incident = new Incident();
        incident.setId("inc-1");
        incident.setRevision(3);
        incident.setStatus(IncidentStatus.ACTIVE);
        incident.setOccurrence(new Occurrence(
                Instant.parse("2021-05-04T00:00:00Z"), Instant.parse("2021-05-05T00:00:00Z"), TimePrecision.DAY));
        incident.setCategory(Category.VEHICLE_BOMB);
        incident.setPlace(new Place("IQ", "Baghdad", "Taji", "Taji", 33.52, 44.25, PlacePrecision.SITE));
        incident.setTarget(new Target(TargetKind.BASE, "Taji", "coalition"));
        incident.setPerpetrator(new Perpetrator("a group", Attribution.CLAIMED));
        incident.setCasualties(new Casualties(new Estimate(1, 2, null), null));
        incident.setSummary("A car blew up.");
        incident.setMembers(List.of(
                new Member("acled", "1", 0, 0.0, List.of()),
                new Member("wire", "1", 2, 4.2, List.of("same day", "3 km apart"))));
        incident.setNearMisses(List.of(new Member("desk", "1", 0, -0.5, List.of("40 km apart"))));
        incident.setOrigins(List.of("AFP", "army"));
        incident.setOriginCount(2);
        incident.setConfidence(0.75);
        incident.setFirstReportedAt(Instant.parse("2021-05-04T20:00:00Z"));
        incident.setLastReportedAt(Instant.parse("2021-05-05T08:30:00Z"));
        return incident;
    }

    private static OperatorAction split() {
        OperatorAction action = new OperatorAction();
        action.setId("act-1");
        action.setKind(ActionKind.SPLIT);
        action.setSubject("inc-1");
        action.setWho("anna");
        action.setWhy("another town");
        action.setWhen(Instant.parse("2021-05-06T10:00:00Z"));
        action.setMembers(List.of(new ReportRef("desk", "1")));
        action.setOthers(List.of(new ReportRef("acled", "1"), new ReportRef("wire", "1")));
        return action;
    }
}
