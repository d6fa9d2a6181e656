/**
 * News feeds, RSS 0.9 to 2.0 and Atom, as articles.
 *
 * <pre>
 *   feed ─► entries that are new or changed ─► the feed's own text, where it is whole ─► article
 *                                        │                                                ▲ changed?
 *                                        └─► page ─► main text, address, date, language ──┘
 * </pre>
 *
 * Feeds and pages are hostile until shown otherwise: nothing here reads anything from elsewhere, nests or grows without bound.
 */
package io.tocsin.connectors.news;
