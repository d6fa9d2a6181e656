package io.tocsin.backtest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Periods one after the other, all of one length: what every picture of a history is drawn along. */
public record Timeline(Period period, List<LocalDate> starts) {

    public Timeline {
        starts = List.copyOf(starts);
    }

    /** That of a history, as fine as it fits into a picture. */
    static Timeline of(Instant first, Instant last) {
        Period period = Period.fitting(first, last);
        return new Timeline(period, period.over(first, last));
    }

    /** How many of the instants lie in each period; those before and after all of them count for none. */
    List<Integer> counts(Iterable<Instant> instants) {
        Map<LocalDate, Integer> counts = new HashMap<>();
        instants.forEach(instant -> counts.merge(period.startOf(instant), 1, Integer::sum));
        return starts.stream().map(start -> counts.getOrDefault(start, 0)).toList();
    }
}
