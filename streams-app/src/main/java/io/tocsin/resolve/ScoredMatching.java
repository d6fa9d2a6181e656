package io.tocsin.resolve;

import io.tocsin.incident.Report;
import io.tocsin.incident.Source;
import io.tocsin.places.Coordinates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds reports by {@link Blocking} and compares them by {@link PairScore}. */
public final class ScoredMatching implements Matching {

    private final PairScore pairs;
    private final double threshold;
    private final String thresholdInWords;

    /** With these weights. */
    public ScoredMatching(WeightTable table) {
        this.pairs = new PairScore(table);
        this.threshold = table.threshold();
        this.thresholdInWords = String.format(Locale.ROOT, "threshold %+.2f", -threshold);
    }

    @Override
    public List<Home> homes(Known report) {
        return report.told().homes();
    }

    @Override
    public List<Blocks> near(Known report) {
        return report.told().near();
    }

    /** A database never reports one incident under two ids; news, field teams and officials repeat themselves. */
    @Override
    public boolean mayLink(Report report, String source) {
        return report.source().kind() != Source.Kind.DATABASE
                || !report.id().source().equals(source);
    }

    @Override
    public Optional<Coordinates> spot(Known report) {
        return Blocking.spot(report.told());
    }

    @Override
    public boolean apart(Coordinates spot, Coordinates other) {
        return Blocking.apart(spot, other);
    }

    /** The score is what the weights are above the threshold. */
    @Override
    public Optional<Link> compare(Known one, Known other) {
        return link(pairs.score(one.told(), other.told()));
    }

    private Optional<Link> link(Score score) {
        if (score.equals(Score.OUT_OF_REACH)) {
            return Optional.empty();
        }
        List<String> reasons = new ArrayList<>(score.reasons());
        reasons.add(thresholdInWords);
        return Optional.of(new Link(score.total() - threshold, reasons));
    }
}
