package io.tocsin.connectors.cap;

import io.tocsin.connectors.cap.CapTeller.Told;
import io.tocsin.connectors.cap.EntryReader.Read;
import io.tocsin.connectors.publishing.Publication;
import io.tocsin.connectors.web.SourceFault;
import io.tocsin.connectors.web.SourceFault.Kind;
import io.tocsin.connectors.web.Web;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the documents of index entries, some at a time. One that cannot be had now is asked for again later and holds up no other;
 * one that never can be becomes a dead letter.
 */
final class CapDocuments {

    /** How many entries a step reads, and how often it meets trouble, before it hands over what it has. */
    static final int ENTRIES_A_STEP = 50;

    private static final int TROUBLES_A_STEP = 3;
    private static final int MOST_TROUBLED = 10_000;

    /** After these nobody is to be asked for anything. */
    private static final Set<Kind> ALL_STOP = EnumSet.of(Kind.STOPPED, Kind.RATE_LIMITED);

    private final EntryReader reader;
    private final CapTeller teller;

    /** Whose documents could not be had lately: they are asked for last. Only the order hangs on it. */
    private final Set<String> troubled = new HashSet<>();

    CapDocuments(EntryReader reader, CapTeller teller) {
        this.reader = reader;
        this.teller = teller;
    }

    /**
     * What was read.
     *
     * @param read the digests of the entries that need not be read again
     * @param leftOut how many messages become no report, by reason
     */
    record Reading(List<Publication> publications, Set<String> read, Chains chains, Map<String, Integer> leftOut) {}

    /** What became of the entries read so far. */
    private static final class Progress {

        private final List<Read.Found> found = new ArrayList<>();
        private final List<Publication> publications = new ArrayList<>();
        private final Set<String> read = new HashSet<>();
        private final Map<String, Integer> leftOut = new HashMap<>();
        private Optional<SourceFault> trouble = Optional.empty();
        private int troubles;

        boolean goesOn() {
            return publications.size() + found.size() < ENTRIES_A_STEP && troubles < TROUBLES_A_STEP;
        }

        void leaveOut(LeftOut why) {
            leftOut.merge(why.code(), 1, Integer::sum);
        }
    }

    /**
     * Reads some of these entries, in this order except that those in trouble come last.
     *
     * @throws SourceFault if there was trouble and not a single one could be read
     */
    Reading read(List<IndexEntry> entries, Chains chains, Web web) throws SourceFault {
        Progress progress = new Progress();
        List<IndexEntry> order = entries.stream()
                .sorted(Comparator.comparing(entry -> troubled.contains(entry.digest())))
                .toList();
        for (IndexEntry entry : order) {
            if (progress.goesOn()) {
                read(entry, progress, web);
            }
        }
        if (progress.read.isEmpty() && progress.trouble.isPresent()) {
            throw progress.trouble.get();
        }
        return tell(progress, chains);
    }

    private void read(IndexEntry entry, Progress progress, Web web) {
        Optional<LeftOut> ruledOut = ruledOut(entry.hints());
        if (ruledOut.isPresent()) {
            progress.leaveOut(ruledOut.get());
            progress.read.add(entry.digest());
            return;
        }
        try {
            Read read = reader.read(entry, web);
            if (read instanceof Read.Found found) {
                progress.found.add(found);
            } else {
                progress.publications.add(((Read.Broken) read).unusable());
            }
            troubled.remove(entry.digest());
            progress.read.add(entry.digest());
        } catch (SourceFault e) {
            postpone(entry, e, progress);
        }
    }

    private Optional<LeftOut> ruledOut(IndexEntry.Hints hints) {
        boolean actual = hints.status()
                .map(CapMessage.Status.ACTUAL.name()::equalsIgnoreCase)
                .orElse(true);
        if (!actual) {
            return Optional.of(LeftOut.NOT_ACTUAL);
        }
        return teller.rulesOut(hints) ? Optional.of(LeftOut.NOT_SECURITY) : Optional.empty();
    }

    private void postpone(IndexEntry entry, SourceFault fault, Progress progress) {
        if (troubled.size() < MOST_TROUBLED) {
            troubled.add(entry.digest());
        }
        progress.trouble = Optional.of(fault);
        progress.troubles = ALL_STOP.contains(fault.kind()) ? TROUBLES_A_STEP : progress.troubles + 1;
    }

    /** Tells the messages in the order in which they were sent, so that most chains are told in theirs. */
    private Reading tell(Progress progress, Chains chains) {
        Chains heard = chains;
        List<Read.Found> inOrder = progress.found.stream()
                .sorted(Comparator.comparing(
                        (Read.Found found) -> found.message().sent()))
                .toList();
        for (Read.Found found : inOrder) {
            Told told = teller.tell(found, heard);
            told.leftOut().ifPresent(progress::leaveOut);
            progress.publications.addAll(told.publications());
            heard = told.chains();
        }
        return new Reading(progress.publications, progress.read, heard, progress.leftOut);
    }
}
