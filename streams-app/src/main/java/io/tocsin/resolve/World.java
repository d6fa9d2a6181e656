package io.tocsin.resolve;

import io.tocsin.incident.ReportId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The known reports with one of them as it was, or as it becomes; finds the reports that hang together. */
final class World {

    /** A block with more reports than this is too crowded to tell them apart: none in it are linked. */
    static final int CROWDED = 100;

    private final Matching matching;
    private final AskedOnce known;
    private final ReportId subject;
    private final Optional<Known> version;
    private final Optional<Block> home;

    /** @param version the subject in this world; empty when it is not in it */
    World(Matching matching, AskedOnce known, ReportId subject, Optional<Known> version) {
        this.matching = matching;
        this.known = known;
        this.subject = subject;
        this.version = version.filter(v -> !v.report().retracted());
        this.home = this.version.map(v -> matching.home(v.report()));
    }

    /** The subject's home in this world. */
    Optional<Block> home() {
        return home;
    }

    /** The reports that stand in the block in this world. */
    List<ReportId> in(Block block) {
        List<ReportId> ids = known.in(block);
        boolean subjectIsIn = home.isPresent() && home.get().equals(block);
        if (ids.contains(subject) == subjectIsIn) {
            return ids;
        }
        List<ReportId> corrected = new ArrayList<>(ids);
        if (subjectIsIn) {
            corrected.add(subject);
        } else {
            corrected.remove(subject);
        }
        return corrected;
    }

    boolean crowded(Block block) {
        return in(block).size() > CROWDED;
    }

    /** The report, if it stands in this world. */
    Optional<Known> find(ReportId id) {
        return id.equals(subject)
                ? version
                : known.find(id).filter(k -> !k.report().retracted());
    }

    /** Every report that is linked to one of the seeds, directly or through others, and the links among them. */
    Component component(Collection<ReportId> seeds) {
        Map<ReportId, Known> members = new LinkedHashMap<>();
        Map<Pair, Link> links = new HashMap<>();
        Deque<ReportId> open = new ArrayDeque<>(seeds);
        while (!open.isEmpty()) {
            Optional<Known> next = find(open.poll());
            if (next.isPresent() && members.putIfAbsent(next.get().id(), next.get()) == null) {
                for (Known candidate : candidates(next.get())) {
                    matching.link(next.get().report(), candidate.report()).ifPresent(link -> {
                        links.put(Pair.of(next.get().id(), candidate.id()), link);
                        open.add(candidate.id());
                    });
                }
            }
        }
        return new Component(members, links);
    }

    private List<Known> candidates(Known of) {
        List<Known> candidates = new ArrayList<>();
        if (crowded(matching.home(of.report()))) {
            return candidates;
        }
        for (Block block : matching.near(of.report())) {
            List<ReportId> ids = in(block);
            if (ids.size() > CROWDED) {
                continue;
            }
            for (ReportId id : ids) {
                if (matching.mayLink(of.id(), id)) {
                    find(id).ifPresent(candidates::add);
                }
            }
        }
        return candidates;
    }
}
