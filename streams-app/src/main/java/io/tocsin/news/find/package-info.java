/** What a sentence speaks of: {@code time}, {@code place}, {@code attack} and {@code people}, each a room of its own. */
package io.tocsin.news.find;
