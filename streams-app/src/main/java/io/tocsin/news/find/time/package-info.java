/** When: the times that a sentence names, counted from the day of publication. */
package io.tocsin.news.find.time;
