package io.tocsin.connectors.acled;

import static io.tocsin.connectors.acled.FakeAcled.DELETED;
import static io.tocsin.connectors.acled.FakeAcled.ROWS;
import static io.tocsin.connectors.acled.FakeAcled.TOKEN;
import static io.tocsin.connectors.acled.FakeAcled.row;
import static io.tocsin.connectors.polling.PollingRig.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.avro.Report;
import io.tocsin.avro.ReportStatus;
import io.tocsin.avro.SourceStatus;
import io.tocsin.connectors.polling.FakeSource;
import io.tocsin.connectors.polling.PollingRig;
import io.tocsin.connectors.polling.PollingTask;
import io.tocsin.connectors.polling.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcledTaskTest {

    private static final Instant LAST_WEEK = NOW.minus(Duration.ofDays(6));
    private static final Duration INTERVAL = Duration.ofHours(6);

    private final PollingRig rig = new PollingRig(new AcledConnector(), AcledTask::new);
    private final SetClock theirs = new SetClock(NOW);
    private final FakeAcled acled = new FakeAcled(theirs);

    AcledTaskTest() {
        acled.configure(rig);
    }

    @AfterEach
    void close() {
        acled.close();
    }

    private void rows(int count) {
        IntStream.rangeClosed(1, count).forEach(i -> acled.put(row("IRQ" + i, LAST_WEEK.plusSeconds(i))));
    }

    private void pass(Duration time) {
        rig.clock().advance(time);
        theirs.advance(time);
    }

    private List<String> ids(List<SourceRecord> records) {
        return rig.reports(records).stream().map(Report::getId).toList();
    }

    @Test
    void publishesEveryRowOnceHoweverManyPagesThereAre() throws InterruptedException {
        rows(7);

        List<SourceRecord> records = rig.run();

        assertThat(ids(records))
                .containsExactlyInAnyOrder(
                        "acled:IRQ1",
                        "acled:IRQ2",
                        "acled:IRQ3",
                        "acled:IRQ4",
                        "acled:IRQ5",
                        "acled:IRQ6",
                        "acled:IRQ7");
        assertThat(records).hasSize(8);
        assertThat(acled.source().asked(ROWS)).hasSize(3);
        assertThat(acled.source().asked(TOKEN)).hasSize(1);
    }

    @Test
    void tellsHowTheSourceIsAfterAPoll() throws InterruptedException {
        rows(2);

        SourceStatus status = rig.status(rig.run());

        assertThat(status)
                .isEqualTo(new SourceStatus(
                        "acled",
                        NOW,
                        NOW,
                        LAST_WEEK.plusSeconds(2),
                        null,
                        Duration.ofDays(9).toMillis()));
    }

    @Test
    void asksNothingBeforeItIsDue() throws InterruptedException {
        rows(1);
        PollingTask task = rig.started();
        rig.run(task);
        int asked = acled.source().asked().size();

        pass(INTERVAL.minusSeconds(1));

        assertThat(task.poll()).isNull();
        assertThat(acled.source().asked()).hasSize(asked);
        task.stop();
    }

    @Test
    void publishesWhatChangedAsANewRevisionAndNothingElse() throws InterruptedException {
        rows(4);
        int before = rig.reports(rig.run()).get(0).getRevision();
        pass(INTERVAL);
        acled.put(row("IRQ2", NOW.plusSeconds(60)).put("fatalities", "5"));

        List<Report> changed = rig.reports(rig.run());

        assertThat(changed).singleElement().satisfies(report -> {
            assertThat(report.getId()).isEqualTo("acled:IRQ2");
            assertThat(report.getRevision()).isGreaterThan(before);
            assertThat(report.getCasualties().getKilled().getBest()).isEqualTo(5);
        });
        pass(INTERVAL);
        assertThat(rig.reports(rig.run())).isEmpty();
    }

    @Test
    void missesNoChangeThatBecomesVisibleLate() throws InterruptedException {
        rows(1);
        acled.put(row("IRQ8", NOW.minusSeconds(60)));
        assertThat(ids(rig.run())).containsExactly("acled:IRQ1");

        acled.put(row("IRQ9", NOW.minusSeconds(600)));
        pass(INTERVAL);

        assertThat(ids(rig.run())).containsExactlyInAnyOrder("acled:IRQ8", "acled:IRQ9");
    }

    @ParameterizedTest
    @CsvSource({"-PT5H", "PT5H", "PT240H"})
    void goesByTheClockThatTheRowsAreStampedWith(Duration skew) throws InterruptedException {
        theirs.advance(skew);
        acled.put(row("IRQ1", theirs.instant().minus(Duration.ofDays(1))));
        assertThat(ids(rig.run())).containsExactly("acled:IRQ1");

        acled.put(row("IRQ2", theirs.instant()));
        pass(INTERVAL);

        assertThat(ids(rig.run())).containsExactly("acled:IRQ2");
    }

    @Test
    void renewsATokenThatExpiresBetweenTwoPages() throws InterruptedException {
        rows(7);
        FakeSource.Answer expired = (asked, exchange) -> {
            acled.expireTokens();
            FakeSource.status(401).to(asked, exchange);
        };
        acled.source().nextAt(ROWS, expired);

        assertThat(rig.reports(rig.run())).hasSize(7);
        assertThat(acled.source().asked(TOKEN))
                .hasSize(2)
                .last()
                .satisfies(asked -> assertThat(asked.field("grant_type")).contains("refresh_token"));
    }

    @Test
    void renewsATokenBeforeItsTimeIsOver() throws InterruptedException {
        rows(1);
        PollingTask task = rig.started();
        rig.run(task);
        pass(Duration.ofHours(24));
        acled.expireTokens();

        assertThat(rig.status(rig.run(task)).getError()).isNull();
        List<FakeSource.Asked> all = acled.source().asked();
        int renewed = all.lastIndexOf(acled.source().asked(TOKEN).get(1));
        assertThat(all.subList(renewed, all.size()))
                .noneMatch(asked -> asked.header("authorization").orElse("").equals("Bearer access-1"));
        task.stop();
    }

    @Test
    void logsInAnewWhenTheRefreshTokenHasExpiredToo() throws InterruptedException {
        rows(1);
        PollingTask task = rig.started();
        rig.run(task);
        acled.expireTokens();
        acled.expireRefreshTokens();
        pass(INTERVAL);

        assertThat(rig.status(rig.run(task)).getError()).isNull();
        assertThat(acled.source().asked(TOKEN))
                .extracting(asked -> asked.field("grant_type").orElseThrow())
                .containsExactly("password", "refresh_token", "password");
        task.stop();
    }

    @Test
    void tellsThatTheCredentialsAreWrongAndNotWhichTheyAre() throws InterruptedException {
        rig.with("acled.password", "s3cret wrong");

        SourceStatus status = rig.status(rig.run());

        assertThat(status.getError())
                .startsWith("unauthorized")
                .contains("acled.username", "acled.password")
                .doesNotContain("s3cret", "desk@example.org");
        assertThat(status.getLastSuccess()).isNull();
    }

    @Test
    void takesBackWhatWasDeleted() throws InterruptedException {
        rows(2);
        int published = rig.reports(rig.run()).get(0).getRevision();
        pass(INTERVAL);
        Instant deleted = NOW.plusSeconds(30);
        acled.delete("IRQ1", deleted);

        List<SourceRecord> records = rig.run();

        List<Report> retractions = rig.reports(records);
        assertThat(retractions).hasSize(2).allSatisfy(retraction -> {
            assertThat(retraction.getId()).isEqualTo("acled:IRQ1");
            assertThat(retraction.getStatus()).isEqualTo(ReportStatus.RETRACTED);
            assertThat(retraction.getRevision()).isGreaterThan(published);
            assertThat(retraction.getPublishedAt()).isEqualTo(deleted);
        });
        assertThat(retractions)
                .extracting(retraction -> retraction.getPlace().getCountry())
                .containsExactly("IQ", null);
        assertThat(records.subList(0, 2))
                .extracting(record -> PollingRig.text(record.key()))
                .containsExactly("IQ", "XX");
    }

    @Test
    void takesBackInTheCountryThatAnIdsLettersWereLearntToMean() throws InterruptedException {
        acled.put(
                row("BFO12", LAST_WEEK).put("iso", "854").put("country", "Burkina Faso"),
                row("BFO13", LAST_WEEK).put("iso", "854").put("country", "Burkina Faso"));
        rig.run();
        pass(INTERVAL);
        acled.delete("BFO12", NOW.plusSeconds(30));

        assertThat(rig.reports(rig.run()))
                .extracting(retraction -> retraction.getPlace().getCountry())
                .containsExactly("BF", null);
    }

    @Test
    void movesToTheSeaWhatWasCodedToACoast() throws InterruptedException {
        rows(2);
        List<Report> before = rig.reports(rig.run());
        pass(INTERVAL);
        acled.put(row("IRQ1", NOW.plusSeconds(60))
                .put("iso", "368")
                .put("country", "Indian Ocean")
                .put("admin1", "North Indian Ocean")
                .put("admin2", "Persian Gulf")
                .put("location", "Persian Gulf (centroid)"));

        List<SourceRecord> records = rig.run();
        List<Report> moved = rig.reports(records);

        assertThat(moved).extracting(Report::getStatus).containsExactly(ReportStatus.RETRACTED, ReportStatus.ACTIVE);
        assertThat(records.subList(0, 2))
                .extracting(record -> PollingRig.text(record.key()))
                .containsExactly("IQ", "XX");
        assertThat(moved.get(0).getRevision()).isLessThan(moved.get(1).getRevision());
        assertThat(before)
                .allSatisfy(report ->
                        assertThat(report.getRevision()).isLessThan(moved.get(0).getRevision()));
    }

    @ParameterizedTest
    @CsvSource({
        "event_date, 2026-02-30, occurrence.from, is no date",
        "event_date, soon, occurrence.from, is no date",
        "event_date, 2027-05-20, occurrence.from, after the row was written",
        "event_date, 2026-13-01, occurrence.from, is no date",
        "latitude, 95, place.lat, beyond",
        "longitude, east, place.lon, is no number",
        "fatalities, -1, casualties.killed.best, is not within",
        "time_precision, 7, occurrence.precision, is not within",
        "event_id_cnty, '', id, is empty"
    })
    void sendsAnImpossibleRowToTheDeadLetters(String column, String value, String field, String why)
            throws InterruptedException {
        rows(1);
        acled.put(row("IRQ2", LAST_WEEK).put(column, value));

        List<SourceRecord> records = rig.run();

        assertThat(ids(records)).containsExactly("acled:IRQ1");
        assertThat(records.stream().filter(PollingRig::isDeadLetter))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(PollingRig.header(letter, "tocsin.error.stage")).isEqualTo("acled");
                    assertThat(PollingRig.header(letter, "tocsin.error.reason")).isEqualTo("invalid-field");
                    assertThat(PollingRig.header(letter, "tocsin.error.field")).isEqualTo(field);
                    assertThat(PollingRig.header(letter, "tocsin.error.message"))
                            .contains(column, why);
                    assertThat(PollingRig.text(letter.value())).contains("\"" + column + "\":\"" + value + "\"");
                });
    }

    @Test
    void takesNoRowsAtAllForAFault() throws InterruptedException {
        assertThat(rig.status(rig.run()).getError()).startsWith("empty-answer").contains("acled.countries");
    }

    @Test
    void takesNoRowsWhereThereAlwaysWereForAFault() throws InterruptedException {
        rows(3);
        rig.run();
        acled.loseAllRows();
        pass(INTERVAL);

        SourceStatus status = rig.status(rig.run());

        assertThat(status.getError()).startsWith("empty-answer");
        assertThat(status.getLastSuccess()).isEqualTo(NOW);
        assertThat(status.getLastPoll()).isEqualTo(NOW.plus(INTERVAL));
        assertThat(status.getLastReport()).isEqualTo(LAST_WEEK.plusSeconds(3));
    }

    @Test
    void takesNoChangeForASuccess() throws InterruptedException {
        rows(3);
        rig.run();
        pass(INTERVAL);

        assertThat(rig.status(rig.run()).getError()).isNull();
    }

    @Test
    void readsTheSelectedCountriesOnly() throws InterruptedException {
        rig.with("acled.countries", "Syria,Iraq");
        rows(1);
        acled.put(row("FRA1", LAST_WEEK).put("country", "France").put("iso", "250"));

        assertThat(ids(rig.run())).containsExactly("acled:IRQ1");
        assertThat(acled.source().asked(ROWS).get(0).field("country")).contains("Iraq|Syria");
    }

    @Test
    void readsRowsAgainWhenOneWasDeletedMeanwhile() throws InterruptedException {
        rows(7);
        Instant meanwhile = NOW.plusSeconds(1);
        FakeSource.Answer deleting = (asked, exchange) -> {
            FakeSource.status(503).to(asked, exchange);
            acled.delete("IRQ1", meanwhile);
        };
        PollingTask task = rig.started();
        List<SourceRecord> firstPage = nextBatch(task);
        acled.source().nextAt(ROWS, deleting);
        List<SourceRecord> failed = rig.run(task);
        pass(Duration.ofMinutes(1));
        List<SourceRecord> rest = rig.run(task);
        task.stop();

        assertThat(firstPage).hasSize(3);
        assertThat(rig.status(failed).getError()).startsWith("server-error");
        assertThat(List.of(firstPage, rest).stream()
                        .flatMap(records -> ids(records).stream())
                        .distinct())
                .contains("acled:IRQ2", "acled:IRQ3", "acled:IRQ4", "acled:IRQ5", "acled:IRQ6", "acled:IRQ7");
    }

    private List<SourceRecord> nextBatch(PollingTask task) {
        return await().until(task::poll, batch -> batch != null);
    }

    @Test
    void keepsToRetryAfter() throws InterruptedException {
        rows(1);
        acled.source().nextAt(ROWS, FakeSource.with("Retry-After", "3600", FakeSource.status(429)));
        PollingTask task = rig.started();
        assertThat(rig.status(rig.run(task)).getError()).startsWith("rate-limited");
        int asked = acled.source().asked().size();

        pass(Duration.ofSeconds(3599));
        assertThat(task.poll()).isNull();
        assertThat(acled.source().asked()).hasSize(asked);

        pass(Duration.ofSeconds(1));
        assertThat(ids(rig.run(task))).containsExactly("acled:IRQ1");
        task.stop();
    }

    @Test
    void endsARequestWhenStopped() throws InterruptedException {
        rig.with("http.read.timeout.ms", "60000").with("http.total.timeout.ms", "60000");
        acled.source().on(TOKEN, acled.source().hang());
        PollingTask task = rig.started();
        await().until(() -> task.poll() == null && !acled.source().asked(TOKEN).isEmpty());

        task.stop();

        List<SourceRecord> told = nextBatch(task);
        assertThat(rig.status(told).getError()).startsWith("stopped");
        assertThat(task.poll()).isNull();
    }

    @Test
    void asksForDeletionsOnlyOnceThereIsSomethingToTakeBack() throws InterruptedException {
        rows(1);
        acled.delete("IRQ77", LAST_WEEK);

        assertThat(ids(rig.run())).containsExactly("acled:IRQ1");
        assertThat(acled.source().asked(DELETED)).hasSize(1);
    }
}
