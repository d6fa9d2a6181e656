package io.tocsin.topology;

import io.tocsin.resolve.Known;
import io.tocsin.topology.state.KnownState;
import java.time.Instant;

/** Reports as they stand in the store: what is remembered of them, then the report. */
final class KnownCodec {

    private final StateCodec<KnownState> states = new StateCodec<>(KnownState.getClassSchema());
    private final StateCodec<io.tocsin.avro.Report> reports = new StateCodec<>(io.tocsin.avro.Report.getClassSchema());

    byte[] encode(Known known) {
        byte[] state = states.encode(new KnownState(known.firstPublishedAt().toEpochMilli(), known.announced()));
        return reports.append(state, ReportRecords.record(known.report()));
    }

    Known decode(byte[] bytes) {
        StateCodec.Decoded<KnownState> state = states.decode(bytes, 0);
        return new Known(
                ReportRecords.report(reports.decode(bytes, state.end()).value()),
                Instant.ofEpochMilli(state.value().getFirstPublishedAtMs()),
                state.value().getAnnounced());
    }
}
