/**
 * Reads the news: an {@link io.tocsin.news.Article} becomes the reports that it makes, each with the words that it was
 * read from. Plain Java over one article; nothing here remembers an earlier one.
 *
 * <p>{@link io.tocsin.news.Editions} compares the reports of a text with those that an earlier text of its article made,
 * which whoever asks remembers, and says what to publish.
 *
 * <p>The rooms, in the order in which they are walked through: {@code text} (what of a page is prose; sentences and
 * tokens), {@code lexicon} (the words, from data files), {@code find} (what a sentence speaks of: attacks, times,
 * places, targets, people harmed, who did it, who says so), {@code tell} (mentions of one attack joined, and the report
 * made of them).
 */
package io.tocsin.news;
