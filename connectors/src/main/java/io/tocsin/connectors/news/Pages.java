package io.tocsin.connectors.news;

import io.tocsin.connectors.news.Articles.Found;
import io.tocsin.connectors.web.Request;
import io.tocsin.connectors.web.Response;
import io.tocsin.connectors.web.SourceFault;
import io.tocsin.connectors.web.SourceFault.Kind;
import io.tocsin.connectors.web.Web;
import java.net.URI;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches the pages of articles. */
final class Pages {

    private static final Logger LOG = LoggerFactory.getLogger(Pages.class);

    /** What may be better next time; after anything else the feed's own text has to do. */
    private static final Set<Kind> PASSING = EnumSet.of(
            Kind.UNREACHABLE, Kind.TIMED_OUT, Kind.SERVER_ERROR, Kind.INCOMPLETE_BODY, Kind.RATE_LIMITED, Kind.STOPPED);

    private final PageReader reader;

    Pages(PageReader reader) {
        this.reader = reader;
    }

    /**
     * A page that was asked for.
     *
     * @param page what it says; nothing where there is none that can be read
     */
    record Fetched(Optional<Page> page, Found found) {

        static final Fetched NOTHING = new Fetched(Optional.empty(), new Found(Optional.empty(), Optional.empty()));
    }

    /** @throws SourceFault if the page cannot be had now, but perhaps later */
    Fetched fetch(URI link, Web web) throws SourceFault {
        Response answer;
        try {
            answer = web.ask(Request.get(link).accepting("text/html", "application/xhtml+xml"));
        } catch (SourceFault e) {
            if (PASSING.contains(e.kind())) {
                throw e;
            }
            LOG.info("Page cannot be had; the feed's own text is published (error={})", e.getMessage());
            return Fetched.NOTHING;
        }
        Found found = new Found(
                answer.serverTime(), answer.validators().lastModified().flatMap(PageFacts::instant));
        return new Fetched(page(answer), found);
    }

    /** A page that is not read because the connector stops is not one that cannot be read. */
    private Optional<Page> page(Response answer) throws SourceFault {
        try {
            return reader.read(answer.body(), answer.charset(), answer.address());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceFault(Kind.STOPPED, "the connector was stopped while a page was read", e);
        }
    }
}
