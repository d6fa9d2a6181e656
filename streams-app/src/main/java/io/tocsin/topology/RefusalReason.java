package io.tocsin.topology;

import io.tocsin.schemas.serde.UnreadableRecordException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Why a record goes to the dead letters: a closed set, shown in headers and meters. */
final class RefusalReason {

    static final String CONSTRAINT = "constraint";
    static final String FUTURE = "future";
    static final String UNKNOWN_ALERT = "unknown-alert";
    static final String READER_FAILED = "reader-failed";

    private RefusalReason() {}

    static String of(UnreadableRecordException.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Every reason there is. */
    static List<String> all() {
        return Stream.concat(
                        Arrays.stream(UnreadableRecordException.Reason.values()).map(RefusalReason::of),
                        Stream.of(CONSTRAINT, FUTURE, UNKNOWN_ALERT, READER_FAILED))
                .toList();
    }
}
