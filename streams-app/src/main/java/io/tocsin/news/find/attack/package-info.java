/** What: the attacks that a sentence mentions, which of its words belong to which, and why one is none. */
package io.tocsin.news.find.attack;
