package io.tocsin.topology;

import static io.tocsin.fixtures.FactBuilder.aFact;
import static io.tocsin.fixtures.ReportBuilder.aReport;
import static io.tocsin.fixtures.RuleBuilder.aRule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tocsin.sources.ListenedSource;
import io.tocsin.sources.Silence;
import io.tocsin.sources.SourceStatus;
import io.tocsin.topology.state.AnnouncedState;
import io.tocsin.topology.state.EditionState;
import io.tocsin.topology.state.FactState;
import io.tocsin.topology.state.HandlingState;
import io.tocsin.topology.state.KnownState;
import io.tocsin.topology.state.RemarkState;
import io.tocsin.topology.state.SourceState;
import io.tocsin.topology.state.StandingState;
import io.tocsin.watch.Handling;
import io.tocsin.watch.Severity;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * State as the releases so far wrote it. If a test here fails, a schema has changed, and the state on the disks of
 * those who run Tocsin can no longer be read: give {@link StateCodec} a version more and keep reading this one.
 */
class StateCodecTest {

    private static final Instant DAY = Instant.parse("2021-05-04T00:00:00Z");

    @ParameterizedTest(name = "{0}")
    @MethodSource("golden")
    void writesAndReadsTheBytesOfTheReleasesSoFar(String name, SpecificRecord state, String hex) {
        StateCodec<SpecificRecord> codec = new StateCodec<>(state.getSchema());

        assertThat(HexFormat.of().formatHex(codec.encode(state))).isEqualTo(hex);
        assertThat(codec.decode(HexFormat.of().parseHex(hex))).isEqualTo(state);
    }

    static Stream<Arguments> golden() {
        return Stream.of(
                arguments("reports", known(), GoldenState.REPORTS),
                arguments("the report in it", report(), GoldenState.REPORT_IN_IT),
                arguments("ledger", fact(), GoldenState.LEDGER),
                arguments("alerts", announced(), GoldenState.ALERTS),
                arguments("applied rules", rule(), GoldenState.APPLIED_RULES),
                arguments("sources", source(), GoldenState.SOURCES),
                arguments("what was done about their silence", handling(), GoldenState.HANDLING),
                arguments("articles", edition(), GoldenState.ARTICLES));
    }

    @Test
    void saysWhatToDoWithStateOfAnotherVersion() {
        StateCodec<KnownState> codec = new StateCodec<>(KnownState.getClassSchema());

        assertThatThrownBy(() -> codec.decode(new byte[] {2, 0, 0}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("state of version 2 cannot be read by this release, which writes version 1;"
                        + " run the release that wrote it, or reset the application");
        assertThatThrownBy(() -> codec.decode(new byte[0]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("state of version none");
    }

    @Test
    void refusesStateThatWasCutOff() {
        StateCodec<FactState> codec = new StateCodec<>(FactState.getClassSchema());
        byte[] whole = codec.encode(fact());

        assertThatThrownBy(() -> codec.decode(Arrays.copyOf(whole, whole.length / 2)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("corrupt state value");
        assertThat(codec.decode(whole)).as("goes on").isEqualTo(fact());
    }

    @Test
    void readsValuesThatStandOneAfterTheOther() {
        StateCodec<KnownState> states = new StateCodec<>(KnownState.getClassSchema());
        StateCodec<FactState> facts = new StateCodec<>(FactState.getClassSchema());
        byte[] both = facts.append(states.encode(known()), fact());

        StateCodec.Decoded<KnownState> first = states.decode(both, 0);
        StateCodec.Decoded<FactState> second = facts.decode(both, first.end());

        assertThat(first.value()).isEqualTo(known());
        assertThat(second.value()).isEqualTo(fact());
        assertThat(second.end()).isEqualTo(both.length);
    }

    private static SourceState source() {
        SourceStatus status = new SourceStatus(
                "acled",
                Optional.of(DAY),
                Optional.empty(),
                Optional.of(DAY.minusSeconds(60)),
                Optional.of("401"),
                Optional.of(Duration.ofHours(6)));
        return StoredSources.state(
                new ListenedSource(status, DAY, Optional.of(new Silence("alert-1", DAY, 3, true, Handling.NONE))));
    }

    private static HandlingState handling() {
        Optional<Handling.Remark> remark = Optional.of(new Handling.Remark("anna", DAY, Optional.of("known")));
        return StoredSources.state(new Handling(
                Optional.empty(),
                remark,
                Optional.of(DAY.plusSeconds(60)),
                Optional.empty(),
                remark.stream().toList()));
    }

    private static EditionState edition() {
        return new EditionState(
                DAY.toEpochMilli(),
                DAY.plusSeconds(60).toEpochMilli(),
                DAY.plusSeconds(120).toEpochMilli(),
                "0123456789abcdef",
                2,
                List.of(new StandingState(2, "IQ", "fedcba9876543210")));
    }

    private static KnownState known() {
        return new KnownState(DAY.toEpochMilli(), 3);
    }

    private static io.tocsin.avro.Report report() {
        return ReportRecords.record(aReport()
                .revision(2)
                .retracted()
                .origins("AFP")
                .received(DAY)
                .killed(1)
                .injured(2)
                .quantity(5)
                .target(io.tocsin.incident.TargetKind.BASE, "coalition")
                .claimedBy("Nobody")
                .summary("Rockets at Balad")
                .evidence("\"Rockets\"", "https://example.org/1")
                .tags(List.of("night"))
                .attributes(Map.of("event_id", "IRQ1"))
                .build());
    }

    private static FactState fact() {
        return FactCodec.state(aFact("inc-1").killed(1).affiliation("coalition").build());
    }

    private static AnnouncedState announced() {
        return new AnnouncedState(
                "alert-1",
                "three",
                1,
                "SITE",
                "IQ/a/b/c",
                List.of("IQ", "A", "B", "C"),
                "OPEN",
                4,
                DAY.toEpochMilli(),
                DAY.plusSeconds(60).toEpochMilli(),
                DAY.toEpochMilli(),
                DAY.toEpochMilli(),
                "WATCH",
                3,
                5,
                2,
                1,
                List.of("AFP"),
                true,
                true,
                DAY.toEpochMilli(),
                false,
                DAY.plusSeconds(60).toEpochMilli(),
                true,
                DAY.plusSeconds(120).toEpochMilli(),
                33.9,
                44.4,
                12.5,
                "alert-0",
                new RemarkState("anna", DAY.toEpochMilli(), "mine"),
                null,
                null,
                null,
                List.of(new RemarkState("ben", DAY.toEpochMilli(), null)));
    }

    private static io.tocsin.avro.Rule rule() {
        return RuleRecords.record(aRule().level(Severity.WATCH, 3)
                .remind(Optional.of(Duration.ofDays(1)))
                .build());
    }
}
