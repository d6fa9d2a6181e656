package io.tocsin.connectors.news;

import net.dankito.readability4j.Readability4J;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The main text as Mozilla's reader view finds it. Slow on pages that are deep or long: whoever asks bounds both. */
final class Readability implements MainText {

    @Override
    public String of(Document page) {
        // the title, which is no part of the text
        page.select("h1").remove();
        Element content = new Readability4J(page.baseUri(), page).parse().getArticleContent();
        return content == null ? "" : Html.text(content);
    }
}
