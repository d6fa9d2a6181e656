/** What of an article is prose, and its sentences and tokens. */
package io.tocsin.news.text;
