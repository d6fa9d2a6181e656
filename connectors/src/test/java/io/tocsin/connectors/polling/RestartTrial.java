package io.tocsin.connectors.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Throws a task away at every point of a poll and starts another from the offsets of what was published. Once at every batch, where
 * exactly-once support makes the cut: the records must be the same, none more and none less. And once at every record, where a
 * worker without it may die: none is lost, and one that comes again has the same content.
 */
public final class RestartTrial {

    /** What it found. */
    public record Result(int records, int batchCuts, int recordCuts, int repeated) {}

    private final PollingRig rig;

    /** @param rig whose source says the same to all tasks; each of them begins at the offsets that it has kept */
    public RestartTrial(PollingRig rig) {
        this.rig = rig;
    }

    public Result run() throws InterruptedException {
        rig.goBack();
        PollingTask undisturbed = rig.started();
        List<List<SourceRecord>> batches = rig.batches(undisturbed);
        undisturbed.stop();
        List<SourceRecord> all = batches.stream().flatMap(List::stream).toList();
        List<String> expected = contents(all);

        for (int cut = 0; cut < batches.size(); cut++) {
            int published =
                    batches.subList(0, cut).stream().mapToInt(List::size).sum();
            assertThat(contents(cutAfter(published)))
                    .as("cut after batch %d", cut)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
        int repeated = 0;
        Set<String> distinct = new HashSet<>(expected);
        for (int cut = 0; cut < all.size(); cut++) {
            List<String> found = contents(cutAfter(cut));
            assertThat(found).as("cut after record %d", cut).containsAll(distinct);
            assertThat(distinct).as("cut after record %d", cut).containsAll(found);
            repeated += found.size() - expected.size();
        }
        return new Result(all.size(), batches.size(), all.size(), repeated);
    }

    private List<SourceRecord> cutAfter(int count) throws InterruptedException {
        rig.goBack();
        List<SourceRecord> published = new ArrayList<>();
        if (count > 0) {
            PollingTask killed = rig.started();
            published.addAll(first(killed, count));
            killed.stop();
        }
        rig.goBack();
        published.forEach(rig::store);
        published.addAll(rig.run());
        return published;
    }

    private static List<SourceRecord> first(PollingTask task, int count) throws InterruptedException {
        List<SourceRecord> published = new ArrayList<>();
        while (published.size() < count) {
            List<SourceRecord> batch = task.poll();
            published.addAll(batch == null ? List.of() : batch);
        }
        return new ArrayList<>(published.subList(0, count));
    }

    private List<String> contents(List<SourceRecord> records) {
        return records.stream().map(rig::content).toList();
    }
}
