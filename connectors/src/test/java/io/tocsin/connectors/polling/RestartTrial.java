package io.tocsin.connectors.polling;

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

    /**
     * What became of the records of all runs that were cut short.
     *
     * @param cuts how many runs
     * @param lost records that never came
     * @param repeated records that came again with the same content
     * @param changed records that came with a content that the undisturbed run does not have
     */
    public record Tally(int cuts, int lost, int repeated, int changed) {

        private Tally plus(List<String> found, List<String> expected) {
            Set<String> wanted = new HashSet<>(expected);
            Set<String> came = new HashSet<>(found);
            int known = (int) found.stream().filter(wanted::contains).count();
            int missing = (int)
                    wanted.stream().filter(content -> !came.contains(content)).count();
            return new Tally(
                    cuts + 1,
                    lost + missing,
                    repeated + known - (expected.size() - missing),
                    changed + found.size() - known);
        }

        @Override
        public String toString() {
            return cuts + " cuts: " + lost + " lost, " + repeated + " twice with the same content, " + changed
                    + " with another";
        }
    }

    /**
     * What it found.
     *
     * @param records how many an undisturbed run has
     */
    public record Result(int records, Tally afterBatches, Tally afterRecords) {}

    private final PollingRig rig;

    /** @param rig whose source says the same to all tasks; each of them begins at the offsets that it has kept */
    public RestartTrial(PollingRig rig) {
        this.rig = rig;
    }

    /** Tries every point. */
    public Result run() throws InterruptedException {
        rig.goBack();
        PollingTask undisturbed = rig.started();
        List<List<SourceRecord>> batches = rig.batches(undisturbed);
        undisturbed.stop();
        List<SourceRecord> all = batches.stream().flatMap(List::stream).toList();
        List<String> expected = contents(all);

        Tally afterBatches = new Tally(0, 0, 0, 0);
        int published = 0;
        for (List<SourceRecord> batch : batches) {
            afterBatches = afterBatches.plus(contents(cutAfter(published)), expected);
            published += batch.size();
        }
        Tally afterRecords = new Tally(0, 0, 0, 0);
        for (int cut = 0; cut < all.size(); cut++) {
            afterRecords = afterRecords.plus(contents(cutAfter(cut)), expected);
        }
        return new Result(all.size(), afterBatches, afterRecords);
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
