package io.tocsin.resolve;

import io.tocsin.incident.ReportId;
import java.util.Map;

/** Which reports match which in one world, as far as they tell themselves: rulings are left aside. Symmetric. */
interface Neighbours {

    /** Those that match the report, which stands, well or almost. */
    Map<ReportId, Link> of(Known report);
}
