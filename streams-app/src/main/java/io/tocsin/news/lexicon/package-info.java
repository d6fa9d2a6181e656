/** The words that the reader knows, from data files: see {@code docs/reading.md} for how to add some. */
package io.tocsin.news.lexicon;
