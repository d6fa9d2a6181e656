package io.tocsin.connectors.alertmanager;

import static io.tocsin.avro.Transition.EASED;
import static io.tocsin.avro.Transition.ESCALATED;
import static io.tocsin.avro.Transition.GREW;
import static io.tocsin.avro.Transition.HANDLED;
import static io.tocsin.avro.Transition.OPENED;
import static io.tocsin.avro.Transition.REMINDED;
import static io.tocsin.avro.Transition.RESOLVED;
import static io.tocsin.avro.Transition.WITHDRAWN;
import static io.tocsin.connectors.alerts.AlertBuilder.anAlert;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.avro.Alert;
import io.tocsin.avro.Handling;
import io.tocsin.avro.Remark;
import io.tocsin.avro.Severity;
import io.tocsin.avro.Transition;
import io.tocsin.connectors.alertmanager.Standing.Ending;
import io.tocsin.connectors.alerts.AlertBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final Duration EXPIRY = Duration.ofHours(24);
    private static final Remark ARBITRARY_REMARK = new Remark("ana", Instant.EPOCH, "on it");
    private static final long NOT_YET = -1;
    private static final int LIVES = 2000;
    private static final int LONGEST_LIFE = 12;

    private final Instant now = Instant.now();
    private final Ending ending = new Ending(now, LIVES);
    private final AlertBuilder alert = anAlert("alert-1");

    private Standing after(Alert... transitions) {
        Standing standing = Standing.first(transitions[0]);
        for (int i = 1; i < transitions.length; i++) {
            standing = standing.after(transitions[i], new Ending(now, i));
        }
        return standing;
    }

    private List<String> severities(Standing standing) {
        return standing.stillShown(now, EXPIRY).stream()
                .map(posting -> posting.labels().values().get(Labels.SEVERITY))
                .toList();
    }

    @Test
    void isShownFromTheTransitionThatNotifies() {
        Standing silent = after(alert.notifying(false).explainedBy("narrower").next(OPENED));

        assertThat(severities(silent)).isEmpty();
        assertThat(severities(
                        silent.after(alert.notifying(true).explainedBy(null).next(GREW), ending)))
                .containsExactly("watch");
    }

    @Test
    void escalatesOnlyWhenPeopleAreToBeTold() {
        Standing muted = after(
                alert.next(OPENED),
                alert.notifying(false).severity(Severity.CRITICAL).next(ESCALATED));

        assertThat(severities(muted)).containsExactly("watch");
        assertThat(severities(muted.after(alert.notifying(true).next(REMINDED), ending)))
                .containsExactly("critical");
    }

    @Test
    void endsTheOldSeverityWhereTheNewOneBegins() {
        Standing escalated =
                after(alert.next(OPENED), alert.severity(Severity.CRITICAL).next(ESCALATED));

        List<Posting> postings = escalated.postings(now, EXPIRY, NOT_YET);

        assertThat(postings)
                .extracting(posting -> posting.labels().values().get(Labels.SEVERITY))
                .containsExactly("critical", "watch");
        assertThat(postings.get(0).endsAt()).isEqualTo(now.plus(EXPIRY));
        assertThat(postings.get(1).endsAt()).isEqualTo(now);
    }

    @Test
    void tellsAnEndOnce() {
        Standing escalated =
                after(alert.next(OPENED), alert.severity(Severity.CRITICAL).next(ESCALATED));

        assertThat(escalated.postings(now, EXPIRY, 0)).hasSize(2);
        assertThat(escalated.postings(now, EXPIRY, 1)).hasSize(1);
    }

    @Test
    void goesOnBeingShownWhateverOperatorsDo() {
        Handling acknowledged = new Handling(ARBITRARY_REMARK, null, null, null, List.of());
        Standing handled = after(
                alert.next(OPENED),
                alert.notifying(false).handling(acknowledged).next(HANDLED));

        assertThat(severities(handled)).containsExactly("watch");
        assertThat(handled.annotations())
                .containsEntry("handled", "acknowledged by ana at 1970-01-01T00:00:00Z: on it");
    }

    @Test
    void staysOverThoughItIsHandledAfterwards() {
        Standing handled = after(
                alert.next(OPENED),
                alert.next(WITHDRAWN),
                alert.notifying(false).next(HANDLED));

        assertThat(severities(handled)).isEmpty();
        assertThat(handled.open()).isFalse();
    }

    @Test
    void comesBackWithWhatNotifiesAfterItWasResolved() {
        Standing returned = after(alert.next(OPENED), alert.next(RESOLVED), alert.next(GREW));

        assertThat(severities(returned)).containsExactly("watch");
        assertThat(returned.ended()).isEmpty();
    }

    @Test
    void isShownByItsLastTransitionAloneWhereTheOthersAreCompactedAway() {
        Alert opened = alert.next(OPENED);
        assertThat(opened.getSequence()).isZero();

        assertThat(severities(after(alert.notifying(false).next(GREW)))).containsExactly("watch");
        assertThat(severities(after(alert.next(RESOLVED)))).isEmpty();
        assertThat(severities(after(alert.explainedBy("narrower").next(GREW)))).isEmpty();
    }

    @Test
    void anEndThatNoAlertmanagerCanBeShowingIsForgotten() {
        Standing over = after(alert.next(OPENED), alert.next(RESOLVED));
        Instant later = now.plus(EXPIRY).plusMillis(1);

        assertThat(over.postings(now, EXPIRY, NOT_YET)).hasSize(1);
        assertThat(over.postings(later, EXPIRY, NOT_YET)).isEmpty();
        assertThat(over.at(later, EXPIRY).annotations()).isEmpty();
    }

    @Test
    void neverShowsTwoAtOnceNorEndsWhatItShowsWhateverHappens() {
        Random random = new Random(11);
        for (int life = 0; life < LIVES; life++) {
            AlertBuilder some = anAlert("alert-" + life);
            Standing standing = Standing.first(some.next(OPENED));
            int length = random.nextInt(LONGEST_LIFE);
            for (int i = 0; i < length; i++) {
                Transition transition = List.of(ESCALATED, GREW, REMINDED, EASED, RESOLVED, WITHDRAWN, HANDLED)
                        .get(random.nextInt(7));
                Alert next = some.severity(Severity.values()[random.nextInt(3)])
                        .notifying(random.nextBoolean())
                        .label("desk", "desk-" + random.nextInt(2))
                        .next(transition);
                standing = standing.after(next, ending);
                List<Posting> postings = standing.postings(now, EXPIRY, NOT_YET);
                long shown = postings.stream()
                        .filter(posting -> posting.endsAt().isAfter(now))
                        .count();

                assertThat(shown).isLessThanOrEqualTo(standing.open() ? 1 : 0);
                assertThat(postings).extracting(Posting::labels).doesNotHaveDuplicates();
                assertThat(postings).allMatch(posting -> !posting.startsAt().isAfter(posting.endsAt()));
            }
        }
    }
}
