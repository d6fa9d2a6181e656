package io.tocsin.connectors.cap;

import io.tocsin.avro.Report;
import io.tocsin.connectors.cap.CapMessage.Info;
import io.tocsin.connectors.cap.CapMessage.Status;
import io.tocsin.connectors.cap.EntryReader.Read.Found;
import io.tocsin.connectors.cap.Telling.Retract;
import io.tocsin.connectors.publishing.Publication;
import io.tocsin.connectors.publishing.Publication.ReportRead;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Decides what is told of a message: nothing, for a named reason, or reports. */
final class CapTeller {

    private final CapFilter filter;
    private final CapReports reports;
    private final List<String> languages;

    /** @param languages those preferred, the best first */
    CapTeller(CapFilter filter, CapReports reports, List<String> languages) {
        this.filter = filter;
        this.reports = reports;
        this.languages = List.copyOf(languages);
    }

    /**
     * What is told, and what is remembered from then on.
     *
     * @param leftOut why nothing is told; nothing where something is
     */
    record Told(List<Publication> publications, Chains chains, Optional<LeftOut> leftOut) {

        private static Told nothing(Chains chains, LeftOut why) {
            return new Told(List.of(), chains, Optional.of(why));
        }
    }

    /** Tells a message. */
    Told tell(Found found, Chains chains) {
        CapMessage message = found.message();
        List<Info> about = about(message);
        Whereabouts where = Whereabouts.of(reports.place(message, about));
        Saying saying = Saying.of(message, !about.isEmpty(), where);
        Optional<LeftOut> why = leftOut(message, about.isEmpty() && chains.unheard(saying));
        if (why.isPresent()) {
            return Told.nothing(chains, why.get());
        }
        Chains.Outcome outcome = chains.hear(saying);
        List<Publication> publications = new ArrayList<>();
        for (Telling telling : outcome.tellings()) {
            publications.add(new ReportRead(report(telling, found, about), found.original()));
        }
        return publications.isEmpty()
                ? Told.nothing(outcome.chains(), LeftOut.SUPERSEDED)
                : new Told(publications, outcome.chains(), Optional.empty());
    }

    /** @param strange whether it does not speak of security, and of nothing that did */
    private static Optional<LeftOut> leftOut(CapMessage message, boolean strange) {
        if (message.status() != Status.ACTUAL) {
            return Optional.of(LeftOut.NOT_ACTUAL);
        }
        boolean aboutMessages = message.type() == CapMessage.Type.ACK
                || (message.type() == CapMessage.Type.ERROR && !message.withdraws());
        if (aboutMessages) {
            return Optional.of(LeftOut.ABOUT_MESSAGES);
        }
        if (message.infos().isEmpty()) {
            return message.withdraws() ? Optional.empty() : Optional.of(LeftOut.SAYS_NOTHING);
        }
        return strange ? Optional.of(LeftOut.NOT_SECURITY) : Optional.empty();
    }

    private Report report(Telling telling, Found found, List<Info> about) {
        if (telling instanceof Retract retract) {
            return reports.retraction(retract.chain(), retract.revision(), found.message(), retract.where());
        }
        return reports.report(telling.chain(), telling.revision(), found, about);
    }

    boolean rulesOut(IndexEntry.Hints hints) {
        return filter.rulesOut(hints);
    }

    /** The infos that speak of security, in the best language that any of them has. */
    private List<Info> about(CapMessage message) {
        List<Info> about = message.infos().stream().filter(filter::passes).toList();
        return languages.stream()
                .map(language ->
                        about.stream().filter(info -> speaks(info, language)).toList())
                .filter(spoken -> !spoken.isEmpty())
                .findFirst()
                .orElseGet(() -> about.stream()
                        .filter(info ->
                                info.language().equalsIgnoreCase(about.get(0).language()))
                        .toList());
    }

    private static boolean speaks(Info info, String language) {
        String spoken = info.language().toLowerCase(Locale.ROOT);
        String wanted = language.toLowerCase(Locale.ROOT);
        return spoken.equals(wanted) || spoken.startsWith(wanted + "-");
    }
}
