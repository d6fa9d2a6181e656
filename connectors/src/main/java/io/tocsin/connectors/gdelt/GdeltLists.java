package io.tocsin.connectors.gdelt;

import io.tocsin.connectors.web.Request;
import io.tocsin.connectors.web.Response;
import io.tocsin.connectors.web.SourceFault;
import io.tocsin.connectors.web.SourceFault.Kind;
import io.tocsin.connectors.web.Web;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * GDELT's two lists. The short one names the newest files; the long one, of more than a hundred megabytes, names all since 2015, so
 * that only its end is asked for.
 */
final class GdeltLists {

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final long LINE_BYTES = 200;
    private static final long LINES_A_SLOT = 3;
    private static final long SPARE_BYTES = 20_000;

    private final URI newest;
    private final URI master;

    GdeltLists(URI newest, URI master) {
        this.newest = newest;
        this.master = master;
    }

    /**
     * The files after a time, as far back as {@code furthest} before the newest.
     *
     * @param done nothing where none has been read: only the newest is asked for
     */
    Listing after(Optional<Instant> done, Duration furthest, Web web) throws SourceFault {
        Response answer = web.ask(Request.get(newest).accepting("text/plain", "application/octet-stream"));
        Listing listing = new Listing().add(answer.text());
        if (listing.isEmpty()) {
            throw new SourceFault(Kind.CHANGED_SCHEMA, "the list of the newest files names none");
        }
        Duration behind =
                done.map(time -> Duration.between(time, listing.newest())).orElse(Duration.ZERO);
        if (behind.compareTo(QUARTER) > 0) {
            listing.add(endOfMaster(behind.compareTo(furthest) > 0 ? furthest : behind, web));
            listing.add(answer.text());
        }
        return listing;
    }

    private String endOfMaster(Duration behind, Web web) throws SourceFault {
        long bytes = (behind.dividedBy(QUARTER) + 1) * LINES_A_SLOT * LINE_BYTES + SPARE_BYTES;
        Response answer = web.ask(Request.get(master)
                .accepting("text/plain", "application/octet-stream")
                .lastBytes(bytes));
        String text = answer.text();
        boolean cut = answer.body().length >= bytes;
        return cut ? text.substring(text.indexOf('\n') + 1) : text;
    }
}
