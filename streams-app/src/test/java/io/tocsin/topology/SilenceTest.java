package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.avro.Alert;
import io.tocsin.avro.ScopeKind;
import io.tocsin.avro.SourceStatus;
import io.tocsin.avro.Transition;
import io.tocsin.schemas.deadletter.DeadLetterHeaders;
import io.tocsin.sources.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A source that says nothing is told of once, and once more when it speaks again. */
class SilenceTest {

    private static final Duration EXPECTED = Duration.ofHours(6);

    @Test
    void opensOneAlertForOneSilenceAndResolvesItWhenSomethingNewIsHeard() {
        try (Harness harness = Harness.onWallTime()) {
            harness.status("acled", status("acled", Harness.START, null));
            harness.pass(EXPECTED.minusSeconds(1));
            assertThat(harness.alerts()).isEmpty();

            harness.pass(Duration.ofSeconds(1));
            List<Alert> opened = harness.alerts();
            assertThat(opened).hasSize(1);
            assertThat(opened.get(0).getTransition()).isEqualTo(Transition.OPENED);
            assertThat(opened.get(0).getRule().getId()).isEqualTo(Silence.RULE);
            assertThat(opened.get(0).getScope().getKind()).isEqualTo(ScopeKind.SOURCE);
            assertThat(opened.get(0).getScope().getKey()).isEqualTo("source:acled");
            assertThat(opened.get(0).getNotify()).isTrue();

            harness.status("acled", status("acled", Harness.START, "503 Service Unavailable"));
            harness.pass(Duration.ofDays(2));
            assertThat(harness.alerts())
                    .as("polled in vain, it is as silent as before")
                    .isEmpty();

            harness.status("acled", status("acled", Harness.START.plusSeconds(1), null));
            assertThat(harness.alerts()).singleElement().satisfies(resolved -> {
                assertThat(resolved.getTransition()).isEqualTo(Transition.RESOLVED);
                assertThat(resolved.getId()).isEqualTo(opened.get(0).getId());
                assertThat(resolved.getSequence()).isEqualTo(1);
            });
            assertThat(harness.deadLetters()).isEmpty();
        }
    }

    @Test
    void forgetsASourceThatNobodyAsksAnyMore() {
        try (Harness harness = Harness.onWallTime()) {
            harness.status("acled", status("acled", Harness.START, null));
            harness.pass(EXPECTED);
            harness.alerts();

            harness.status("acled", null);
            harness.pass(Duration.ofDays(9));

            assertThat(harness.alerts())
                    .extracting(Alert::getTransition, Alert::getReason)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(
                            Transition.RESOLVED, "nobody asks source acled any more"));
            assertThat(harness.size(Stores.SOURCES)).isZero();
        }
    }

    @Test
    void saysNothingInAReplay() {
        try (Harness harness = Harness.onStreamTime()) {
            harness.status("acled", status("acled", Harness.START, null));
            harness.pass(Duration.ofDays(9));

            assertThat(harness.alerts()).isEmpty();
        }
    }

    @Test
    void sendsWhatItCannotReadToTheDeadLettersAndGoesOn() {
        try (Harness harness = Harness.onWallTime()) {
            harness.rawStatus("acled".getBytes(UTF_8), new byte[] {1, 2, 3});
            harness.status("other", status("acled", Harness.START, null));
            harness.rawStatus(null, harness.encoded(status("acled", Harness.START, null)));
            harness.status("acled", status("acled", Harness.START, null));
            harness.pass(EXPECTED);

            assertThat(harness.deadLetters())
                    .extracting(letter -> DeadLetterHeaders.read(letter.headers())
                            .get(DeadLetterHeaders.REASON)
                            .orElseThrow())
                    .containsExactly("wrong-magic", RefusalReason.CONSTRAINT, RefusalReason.CONSTRAINT);
            assertThat(harness.alerts()).hasSize(1);
        }
    }

    private static SourceStatus status(String id, Instant newest, String error) {
        return new SourceStatus(id, newest, newest, newest, error, EXPECTED.toMillis());
    }
}
