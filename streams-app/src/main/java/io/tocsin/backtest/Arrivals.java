package io.tocsin.backtest;

import io.tocsin.incident.Report;
import io.tocsin.incident.ReportId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** In which order the reports of a history arrive. Those published at the same time keep the order that they have. */
public enum Arrivals {
    /** Every revision when it was published: alerts open, ease and are withdrawn as they would have. */
    AS_KNOWN {
        @Override
        List<Report> of(Collection<Report> history) {
            return inOrder(history);
        }
    },

    /**
     * Of each report only its last revision, when its first was published, and none that was taken back: what would have
     * fired, had one known then what is known now. Texts that contradict each other under the last revision all arrive,
     * and one of them is chosen as it always is.
     */
    AS_NOW {
        @Override
        List<Report> of(Collection<Report> history) {
            Map<ReportId, Life> lives = new HashMap<>();
            history.forEach(report ->
                    lives.computeIfAbsent(report.id(), id -> new Life(report)).see(report));
            List<Report> last = new ArrayList<>();
            for (Report report : history) {
                Life life = lives.get(report.id());
                if (report.revision() == life.lastRevision && !life.retracted) {
                    last.add(report.withPublishedAt(life.firstPublished));
                }
            }
            return inOrder(last);
        }
    };

    /** The reports in the order of their arrival. */
    abstract List<Report> of(Collection<Report> history);

    private static List<Report> inOrder(Collection<Report> reports) {
        return reports.stream()
                .sorted(Comparator.comparing(Report::publishedAt))
                .toList();
    }

    /** What became of one report. */
    private static final class Life {
        private Instant firstPublished;
        private int lastRevision;
        private boolean retracted;

        Life(Report report) {
            firstPublished = report.publishedAt();
            lastRevision = report.revision();
        }

        void see(Report report) {
            if (report.publishedAt().isBefore(firstPublished)) {
                firstPublished = report.publishedAt();
            }
            if (report.revision() > lastRevision) {
                lastRevision = report.revision();
                retracted = report.retracted();
            } else if (report.revision() == lastRevision) {
                retracted |= report.retracted();
            }
        }
    }
}
