package io.tocsin.connectors.news;

import io.tocsin.avro.Article;
import io.tocsin.connectors.news.Known.Item;
import io.tocsin.connectors.news.Pages.Fetched;
import io.tocsin.connectors.news.SourceEntry.Text;
import io.tocsin.connectors.publishing.Original;
import io.tocsin.connectors.publishing.Publication;
import io.tocsin.connectors.publishing.Publication.ArticleRead;
import io.tocsin.connectors.publishing.Publication.Unusable;
import io.tocsin.connectors.web.SourceFault;
import io.tocsin.connectors.web.SourceFault.Kind;
import io.tocsin.connectors.web.Web;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes articles of a feed's entries, some at a time. Where a page cannot be had, the entry waits for the next poll; after some polls
 * the feed's own text has to do.
 */
final class NewsEntries {

    static final int ENTRIES_A_STEP = 20;
    static final int MOST_FAILURES = 5;

    private static final int TROUBLES_A_STEP = 3;
    private static final int LONGEST_ADDRESS = 2_000;
    private static final int MOST_WITHOUT_PAGE = 200;
    private static final String NO_ADDRESS = "no-address";
    private static final String NO_TEXT = "no-text";

    private final SourceEntry settings;
    private final int wholeFrom;
    private final Pages pages;
    private final Articles articles;

    /** @param wholeFrom from how many characters on the feed's text is taken for the whole article */
    NewsEntries(SourceEntry settings, int wholeFrom, Pages pages, Articles articles) {
        this.settings = settings;
        this.wholeFrom = wholeFrom;
        this.pages = pages;
        this.articles = articles;
    }

    /**
     * What was read.
     *
     * @param read what is known of the entries that were read, by their keys
     * @param givesUp whether there was so much trouble that the rest is left to the next poll
     */
    record Reading(List<Publication> publications, Map<String, Item> read, boolean givesUp) {}

    /** @throws SourceFault if the connector was stopped */
    Reading read(List<NewsEntry> entries, Optional<String> feedLanguage, Known known, Web web) throws SourceFault {
        List<Publication> publications = new ArrayList<>();
        Map<String, Item> read = new LinkedHashMap<>();
        int pagesAsked = 0;
        int troubles = 0;
        for (NewsEntry entry : entries) {
            boolean enough =
                    pagesAsked >= ENTRIES_A_STEP || troubles >= TROUBLES_A_STEP || read.size() >= MOST_WITHOUT_PAGE;
            if (enough) {
                break;
            }
            boolean wantsPage = wantsPage(entry);
            pagesAsked += wantsPage ? 1 : 0;
            Item before = known.item(entry.key()).orElse(new Item("", "", 0, false));
            try {
                Fetched fetched = wantsPage ? pages.fetch(entry.link().orElseThrow(), web) : Fetched.NOTHING;
                read.put(entry.key(), publish(entry, fetched, feedLanguage, before, publications));
            } catch (SourceFault e) {
                troubles++;
                read.put(entry.key(), postpone(entry, e, feedLanguage, before, publications));
            }
        }
        return new Reading(publications, read, troubles >= TROUBLES_A_STEP);
    }

    private boolean wantsPage(NewsEntry entry) {
        boolean fromFeed = settings.text() == Text.FEED || (settings.text() == Text.AUTO && whole(entry.text()));
        return entry.link().isPresent() && !fromFeed;
    }

    private boolean whole(String text) {
        boolean cut = text.endsWith("…") || text.endsWith("...") || text.endsWith("[…]") || text.endsWith("[...]");
        return text.length() >= wholeFrom && !cut;
    }

    private Item postpone(
            NewsEntry entry,
            SourceFault fault,
            Optional<String> feedLanguage,
            Item before,
            List<Publication> publications)
            throws SourceFault {
        if (fault.kind() == Kind.STOPPED) {
            throw fault;
        }
        int failures = before.failures() + 1;
        return failures < MOST_FAILURES
                ? new Item(entry.version(), before.article(), failures, true)
                : publish(entry, Fetched.NOTHING, feedLanguage, before, publications);
    }

    /** Publishes the article unless it was published just so. */
    private Item publish(
            NewsEntry entry,
            Fetched fetched,
            Optional<String> feedLanguage,
            Item before,
            List<Publication> publications) {
        boolean addressed = entry.link()
                .filter(link -> link.toString().length() <= LONGEST_ADDRESS)
                .isPresent();
        if (!addressed) {
            publications.add(unusable(entry, NO_ADDRESS, "url", "the entry has no address that an article can have"));
            return new Item(entry.version(), before.article(), 0, false);
        }
        Article article = articles.article(entry, fetched.page(), fetched.found(), feedLanguage);
        if (article.getText().isEmpty()) {
            publications.add(unusable(entry, NO_TEXT, "text", "neither feed nor page has a text"));
            return new Item(entry.version(), before.article(), 0, false);
        }
        String digest = Articles.digest(article);
        if (!digest.equals(before.article())) {
            publications.add(new ArticleRead(article, original(entry)));
        }
        return new Item(entry.version(), digest, 0, false);
    }

    private Unusable unusable(NewsEntry entry, String reason, String field, String why) {
        return new Unusable(original(entry), reason, Optional.of(field), why + ": '" + entry.title() + "'");
    }

    private Original original(NewsEntry entry) {
        String text = entry.name() + "\n" + entry.title() + "\n" + entry.text();
        String bounded = text.substring(0, Math.min(text.length(), 1 << 14));
        return new Original(bounded.getBytes(StandardCharsets.UTF_8), settings.name(), 1);
    }
}
