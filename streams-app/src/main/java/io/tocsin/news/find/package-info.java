/** What a sentence speaks of: attacks, times, places, targets, people harmed, who did it and who says so. */
package io.tocsin.news.find;
