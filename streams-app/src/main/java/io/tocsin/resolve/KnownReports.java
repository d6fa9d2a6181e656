package io.tocsin.resolve;

import io.tocsin.incident.ReportId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What the resolver remembers of the reports of one country, as it stood before the report at hand. */
public interface KnownReports {

    /** The report of that id, retracted ones included. */
    Optional<Known> find(ReportId id);

    /** More reports of one block need not be told; it is too crowded to tell them apart. */
    int MOST_IN_BLOCK = Bounds.DEFAULT.crowd() + 2;

    /** How many reports lie in the block, retracted ones left out. */
    int size(Block block);

    /** Whether any report in these blocks may be of such a source; true also where that is not known. */
    boolean mayHold(Blocks blocks, Predicate<String> source);

    /** The reports that lie in the block, retracted ones left out, in no order; the first so many. */
    List<Lying> in(Block block);

    /** The first day, since 1970, that is still taken in; reports about earlier ones are too old. */
    int firstDay();

    /** What operators said of the report and others, by the other; those taken back included. */
    Map<ReportId, Ruling> rulings(ReportId id);
}
