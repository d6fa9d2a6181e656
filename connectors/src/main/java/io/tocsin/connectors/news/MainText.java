package io.tocsin.connectors.news;

import org.jsoup.nodes.Document;

/** Finds what a page is about among all that is around it. */
@FunctionalInterface
interface MainText {

    /** The main text of a page, a line for each paragraph; empty where there is none. May change the page. */
    String of(Document page);
}
