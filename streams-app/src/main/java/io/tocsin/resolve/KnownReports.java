package io.tocsin.resolve;

import io.tocsin.incident.ReportId;
import java.util.List;
import java.util.Optional;

/** What the resolver remembers of the reports of one country, as it stood before the report at hand. */
public interface KnownReports {

    /** The report of that id, retracted ones included. */
    Optional<Known> find(ReportId id);

    /** The ids of the reports that lie in the block, retracted ones left out, in no order. */
    List<ReportId> in(Block block);
}
