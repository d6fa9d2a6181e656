package io.tocsin.connectors.gdelt;

import io.tocsin.connectors.publishing.Original;
import io.tocsin.connectors.publishing.Publication;
import io.tocsin.connectors.publishing.Publication.Unusable;
import io.tocsin.connectors.web.SourceFault;
import io.tocsin.connectors.web.Web;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the files of a slot. What it says depends on the files only; it remembers the last slot, so that the steps inside of one
 * fetch it once, and how often a file was asked for in vain. A restart may forget both. For one thread.
 */
final class SlotReader {

    /** The reason of a file that was left out. */
    static final String MISSING_FILE = "missing-file";

    private final GdeltReports reports;
    private final Set<String> countries;
    private final int mostTries;
    private final Map<URI, Integer> tries = new HashMap<>();
    private String lastDigest = "";
    private List<Publication> last = List.of();

    /** @param countries those whose attacks are published; empty for all */
    SlotReader(GdeltReports reports, Set<String> countries, int mostTries) {
        this.reports = reports;
        this.countries = Set.copyOf(countries);
        this.mostTries = mostTries;
    }

    /** Another where the publications of the slot may be others. */
    String digest(Slot slot) {
        return slot.digest() + " " + String.join("", new TreeSet<>(countries));
    }

    /** All that the slot says, in the same order each time. */
    List<Publication> read(Slot slot, Web web) throws SourceFault {
        if (!digest(slot).equals(lastDigest)) {
            last = fetch(slot, web);
            lastDigest = digest(slot);
        }
        return last;
    }

    private List<Publication> fetch(Slot slot, Web web) throws SourceFault {
        if (slot.export().isEmpty()) {
            return List.of();
        }
        List<Publication> told = new ArrayList<>();
        Optional<byte[]> events = content(slot.export().get(), web, told);
        if (events.isEmpty()) {
            return told;
        }
        Optional<byte[]> mentions =
                slot.mentions().isPresent() ? content(slot.mentions().get(), web, told) : Optional.empty();
        EventFile file = EventFile.read(slot.export().get().name(), events.get(), countries);
        Mentions counted = Mentions.of(file.ids(), mentions.orElse(new byte[0]));
        told.addAll(file.publications(reports, counted, Stamps.quarter(slot.time())));
        return told;
    }

    /** The content of a file; nothing once it was asked for in vain often enough, which is told. */
    private Optional<byte[]> content(ListedFile file, Web web, List<Publication> told) throws SourceFault {
        try {
            byte[] content = GdeltFiles.content(file, web);
            tries.remove(file.address());
            return Optional.of(content);
        } catch (UnreadableFileException e) {
            int tried = tries.merge(file.address(), 1, Integer::sum);
            if (tried < mostTries) {
                throw new SourceFault(
                        e.kind(),
                        e.getMessage() + "; tried " + tried + " of " + mostTries + " times, then it is left out");
            }
            tries.remove(file.address());
            Original line = new Original(file.line().getBytes(StandardCharsets.UTF_8), file.name(), 1);
            told.add(new Unusable(line, MISSING_FILE, Optional.empty(), e.getMessage()));
            return Optional.empty();
        }
    }
}
