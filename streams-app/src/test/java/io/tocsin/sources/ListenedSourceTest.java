package io.tocsin.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ListenedSourceTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void hasItsIntervalFromWhenItIsFirstHeardOfHoweverOldItsNewestReportIs() {
        ListenedSource source =
                ListenedSource.first(status(START.minus(Duration.ofDays(900)), Optional.empty(), DAY), START);

        assertThat(source.due(START.plus(DAY).minusMillis(1))).isEmpty();
        assertThat(source.due(START.plus(DAY))).hasValueSatisfying(word -> {
            assertThat(word.silence().over()).isFalse();
            assertThat(word.silence().since()).isEqualTo(START);
            assertThat(word.sentence())
                    .isEqualTo(
                            "Source acled has told nothing new for 24 hours, though it usually does so within 24 hours."
                                    + " Its last poll, on 1 January 2026, 00:00 UTC, did not fail: either there is nothing new,"
                                    + " or its connector has stopped.");
        });
    }

    @Test
    void saysWhyItCannotBePolled() {
        SourceStatus failing = status(START, Optional.of("401 from https://example.org"), DAY);

        assertThat(ListenedSource.first(failing, START).due(START.plus(Duration.ofDays(3))))
                .hasValueSatisfying(word -> assertThat(word.sentence())
                        .startsWith("Source acled has told nothing new for 3 days,")
                        .endsWith("failed: 401 from https://example.org"));
    }

    @Test
    void isOverWhenNobodyAsksItAnyMore() {
        ListenedSource silent = ListenedSource.first(status(START, Optional.empty(), DAY), START)
                .due(START.plus(DAY))
                .orElseThrow()
                .source();

        assertThat(silent.removed(START.plus(DAY)))
                .hasValueSatisfying(word -> assertThat(word.reason()).isEqualTo("nobody asks source acled any more"));
        assertThat(ListenedSource.first(status(START, Optional.empty(), DAY), START)
                        .removed(START))
                .isEmpty();
    }

    /** Held against what is silent by the definition, at every step of random histories. */
    @Test
    void announcesEachSilenceOnceAndItsEndOnce() {
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            Instant now = START;
            Instant newest = START;
            Instant heard = START;
            Optional<Duration> expected = Optional.of(DAY);
            ListenedSource source = ListenedSource.first(status(newest, Optional.empty(), DAY), now);
            List<Word> words = new ArrayList<>();
            boolean open = false;
            for (int step = 0; step < 40; step++) {
                now = now.plus(Duration.ofHours(random.nextInt(20)));
                int what = random.nextInt(10);
                if (what < 3) {
                    newest = newest.plusSeconds(1);
                    heard = now;
                } else if (what == 3) {
                    expected = random.nextInt(3) == 0
                            ? Optional.empty()
                            : Optional.of(Duration.ofHours(6 + random.nextInt(60)));
                }
                if (what < 6) {
                    source = source.told(status(newest, Optional.empty(), expected), now);
                }
                Optional<Word> word = source.due(now);
                word.ifPresent(words::add);
                source = word.map(Word::source).orElse(source);
                boolean told = what < 6;
                Instant at = now;
                Instant last = heard;
                boolean silent = source.status()
                        .expectedInterval()
                        .filter(interval -> !at.isBefore(last.plus(interval)))
                        .isPresent();
                assertThat(source.isAnnounced())
                        .as("seed %s, step %s, told %s", seed, step, told)
                        .isEqualTo(silent);
                assertThat(word.isPresent()).as("seed %s, step %s", seed, step).isEqualTo(open != silent);
                open = silent;
                assertThat(source.due(now)).as("nothing twice").isEmpty();
            }
            Set<String> transitions = new HashSet<>();
            for (Word word : words) {
                assertThat(transitions.add(word.silence().id() + word.silence().sequence()))
                        .as("seed %s: each transition has a number of its own", seed)
                        .isTrue();
            }
        }
    }

    private static SourceStatus status(Instant newest, Optional<String> error, Duration expected) {
        return status(newest, error, Optional.of(expected));
    }

    private static SourceStatus status(Instant newest, Optional<String> error, Optional<Duration> expected) {
        return new SourceStatus("acled", Optional.of(START), Optional.of(START), Optional.of(newest), error, expected);
    }
}
