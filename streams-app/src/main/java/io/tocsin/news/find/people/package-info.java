/** Who: the people harmed, what was aimed at, who did it and who says so. */
package io.tocsin.news.find.people;
