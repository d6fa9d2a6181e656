package io.tocsin.cli.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.avro.ActionKind;
import io.tocsin.avro.Incident;
import io.tocsin.avro.IncidentStatus;
import io.tocsin.avro.Member;
import io.tocsin.avro.OperatorAction;
import io.tocsin.avro.Place;
import io.tocsin.avro.ReportRef;
import io.tocsin.cli.terminal.CommandFailure;
import io.tocsin.topology.RulingRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorrectionsTest {

    private static final Instant NOW = Instant.parse("2021-05-06T00:00:00Z");
    private static final Signature ANNA = new Signature("anna", NOW, Optional.of("I was there"));

    @Test
    void aSplitNamesTheReportsAndTheOthers() {
        Incident incident = incident("inc-1", "IQ", "acled/1", "wire/http://a/b/1", "desk/7");

        OperatorAction split = Corrections.split(incident, List.of("wire/http://a/b/1", "wire/http://a/b/1"), ANNA);

        assertThat(split.getKind()).isEqualTo(ActionKind.SPLIT);
        assertThat(split.getSubject()).isEqualTo("inc-1");
        assertThat(split.getCountry()).isEqualTo("IQ");
        assertThat(split.getMembers()).containsExactly(new ReportRef("wire", "http://a/b/1"));
        assertThat(split.getOthers()).containsExactly(new ReportRef("acled", "1"), new ReportRef("desk", "7"));
        assertThat(split.getWho()).isEqualTo("anna");
        assertThat(split.getWhen()).isEqualTo(NOW);
        assertThat(split.getWhy()).isEqualTo("I was there");
        assertThat(RulingRecords.pairsRuledOn(split)).hasSize(2);
    }

    @Test
    void aReportThatIsNoMemberCannotBeSplitOff() {
        Incident incident = incident("inc-1", "IQ", "acled/1", "wire/1");

        refused(() -> Corrections.split(incident, List.of("acled/1", "wire/\u001B2"), ANNA))
                .hasMessageContainingAll("wire/\uFFFD2 is no report of inc-1", "tocsin incidents show inc-1");
    }

    @Test
    void aNameThatTwoReportsHaveIsRefused() {
        Incident incident = incident("inc-1", "IQ", "acled/1", "wire/a/1");
        incident.getMembers().add(member("wire/a", "1"));

        refused(() -> Corrections.split(incident, List.of("wire/a/1"), ANNA))
                .hasMessageContaining("either of 2 reports of inc-1");
    }

    @Test
    void notAllReportsCanBeSplitOff() {
        Incident incident = incident("inc-1", "IQ", "acled/1", "wire/1");

        refused(() -> Corrections.split(incident, List.of("wire/1", "acled/1"), ANNA))
                .hasMessageContaining("leave at least one");
    }

    @ParameterizedTest
    @EnumSource(
            value = IncidentStatus.class,
            names = {"RETRACTED", "MERGED"})
    void whatStandsNoMoreIsNeitherSplitNorJoined(IncidentStatus status) {
        Incident gone = incident("inc-1", "IQ", "acled/1", "wire/1");
        gone.setStatus(status);
        gone.setMergedInto(status == IncidentStatus.MERGED ? "inc-2" : null);
        String reason = status == IncidentStatus.MERGED ? "lives on in inc-2" : "taken back with all its reports";

        refused(() -> Corrections.split(gone, List.of("wire/1"), ANNA)).hasMessageContaining(reason);
        refused(() -> Corrections.join(List.of(incident("inc-2", "IQ", "desk/1"), gone), ANNA))
                .hasMessageContaining(reason);
    }

    @Test
    void moreReportsThanTheApplicationTakesAreRefused() {
        int most = RulingRecords.MOST_REPORTS;
        List<Incident> taken = List.of(incident("inc-1", "IQ", names(most - 1)), incident("inc-2", "IQ", "desk/1"));
        List<Incident> tooMany = List.of(incident("inc-1", "IQ", names(most)), incident("inc-2", "IQ", "desk/1"));

        assertThat(Corrections.join(taken, ANNA).getMembers()).hasSize(most);
        refused(() -> Corrections.join(tooMany, ANNA))
                .hasMessageContainingAll(most + 1 + " reports", "at most " + most);
    }

    @Test
    void aJoinNamesAllReportsUnderTheFirstIncident() {
        OperatorAction join = Corrections.join(
                List.of(incident("inc-1", "IQ", "acled/1", "wire/1"), incident("inc-2", "IQ", "desk/1")), ANNA);

        assertThat(join.getKind()).isEqualTo(ActionKind.JOIN);
        assertThat(join.getSubject()).isEqualTo("inc-1");
        assertThat(join.getMembers())
                .containsExactly(new ReportRef("acled", "1"), new ReportRef("wire", "1"), new ReportRef("desk", "1"));
        assertThat(join.getOthers()).isEmpty();
    }

    @Test
    void incidentsOfTwoCountriesAreNotJoined() {
        refused(() -> Corrections.join(
                        List.of(incident("inc-1", "IQ", "acled/1"), incident("inc-2", null, "wire/1")), ANNA))
                .hasMessageContaining("inc-1 is in IQ and inc-2 in XX");
    }

    @Test
    void anIncidentIsNotJoinedWithItself() {
        Incident incident = incident("inc-1", "IQ", "acled/1", "wire/1");

        refused(() -> Corrections.join(List.of(incident, incident), ANNA)).hasMessageContaining("two different");
    }

    @Test
    void anUndoRepeatsWhatItTakesBack() {
        OperatorAction split = split();

        OperatorAction undo = Corrections.undo(split.getId(), List.of(split), ANNA);

        assertThat(undo.getKind()).isEqualTo(ActionKind.UNDO);
        assertThat(undo.getUndoes()).isEqualTo(split.getId());
        assertThat(undo.getId()).isNotEqualTo(split.getId());
        assertThat(undo.getSubject()).isEqualTo(split.getSubject());
        assertThat(undo.getCountry()).isEqualTo(split.getCountry());
        assertThat(RulingRecords.pairsRuledOn(undo)).isEqualTo(RulingRecords.pairsRuledOn(split));
    }

    @Test
    void onlyKnownSplitsAndJoinsAreTakenBack() {
        OperatorAction note = split();
        note.setKind(ActionKind.NOTE);

        refused(() -> Corrections.undo("act-1", List.of(split()), ANNA)).hasMessageContaining("no action act-1");
        refused(() -> Corrections.undo(note.getId(), List.of(note), ANNA))
                .hasMessageContaining("neither a split nor a join");
    }

    @Test
    void whatTheApplicationRefusedIsNotTakenBack() {
        OperatorAction nowhere = split();
        nowhere.setCountry(null);

        refused(() -> Corrections.undo(nowhere.getId(), List.of(nowhere), ANNA))
                .hasMessageContaining("the application refused");
    }

    @Test
    void whatWasTakenBackIsNotTakenBackAgain() {
        OperatorAction split = split();
        List<OperatorAction> published = then(List.of(split), Corrections.undo(split.getId(), List.of(split), ANNA));

        refused(() -> Corrections.undo(split.getId(), published, ANNA))
                .hasMessageContaining(
                        "taken back already, by " + published.get(1).getId());
    }

    @Test
    void theLaterOfTwoOnTheSameReportsIsTakenBackFirst() {
        OperatorAction split = split();
        OperatorAction join = join();
        List<OperatorAction> both = then(List.of(split), join);

        refused(() -> Corrections.undo(split.getId(), both, ANNA)).hasMessageContaining(join.getId() + " came later");

        OperatorAction undo = Corrections.undo(join.getId(), both, ANNA);
        assertThat(Corrections.notBroughtBack(undo, both)).containsExactly(split);
        assertThat(Corrections.undo(split.getId(), then(both, undo), ANNA).getUndoes())
                .isEqualTo(split.getId());
    }

    @Test
    void aCorrectionIsNewerThanThoseOnTheSameReports() {
        OperatorAction ahead = split();
        ahead.setWhen(NOW.plus(Duration.ofMinutes(5)));
        OperatorAction elsewhere = Corrections.split(
                incident("inc-9", "IQ", "x/1", "y/1"),
                List.of("x/1"),
                new Signature("eve", NOW.plusSeconds(999), Optional.empty()));
        OperatorAction join = join();

        Corrections.makeNewest(join, List.of(ahead, elsewhere));

        assertThat(join.getWhen()).isEqualTo(ahead.getWhen().plusMillis(1));
    }

    @Test
    void anActionConcernsTheIncidentsThatItsReportsAreIn() {
        OperatorAction split = split();

        assertThat(List.of(
                        incident("inc-1", "IQ", "z/1"),
                        incident("inc-8", "IQ", "acled/1"),
                        incident("inc-9", "IQ", "wire/1")))
                .allMatch(incident -> Corrections.concerns(split, incident));
        assertThat(Corrections.concerns(split, incident("inc-2", "IQ", "acled/2")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two\nlines"})
    void aSignatureIsOneLine(String text) {
        refused(() -> new Signature(text, NOW, Optional.empty())).hasMessageStartingWith("--who ");
        refused(() -> new Signature("anna", NOW, Optional.of(text))).hasMessageStartingWith("--why ");
    }

    @Test
    void aSignatureIsShort() {
        assertThat(new Signature("a".repeat(Signature.LONGEST), NOW, Optional.empty()).who())
                .hasSize(Signature.LONGEST);
        refused(() -> new Signature("anna", NOW, Optional.of("a".repeat(Signature.LONGEST + 1))))
                .hasMessageContaining(Signature.LONGEST + 1 + " characters");
    }

    private static OperatorAction split() {
        return Corrections.split(incident("inc-1", "IQ", "acled/1", "wire/1"), List.of("wire/1"), ANNA);
    }

    private static OperatorAction join() {
        return Corrections.join(List.of(incident("inc-1", "IQ", "acled/1"), incident("inc-2", "IQ", "wire/1")), ANNA);
    }

    private static List<OperatorAction> then(List<OperatorAction> published, OperatorAction action) {
        Corrections.makeNewest(action, published);
        List<OperatorAction> all = new ArrayList<>(published);
        all.add(action);
        return all;
    }

    private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable correction) {
        return assertThatThrownBy(correction).isInstanceOf(CommandFailure.class);
    }

    private static String[] names(int reports) {
        return IntStream.range(0, reports).mapToObj(i -> "acled/" + i).toArray(String[]::new);
    }

    private static Incident incident(String id, String country, String... reports) {
        Place place = new Place();
        place.setCountry(country);
        Incident incident = new Incident();
        incident.setId(id);
        incident.setStatus(IncidentStatus.ACTIVE);
        incident.setPlace(place);
        incident.setMembers(new ArrayList<>());
        for (String report : reports) {
            int slash = report.indexOf('/');
            incident.getMembers().add(member(report.substring(0, slash), report.substring(slash + 1)));
        }
        return incident;
    }

    private static Member member(String source, String report) {
        return new Member(source, report, 0, 1.0, List.of("same site"));
    }
}
