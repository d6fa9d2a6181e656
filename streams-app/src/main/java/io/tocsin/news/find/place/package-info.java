/** Where: the places that a sentence names, in the countries that the article speaks of. */
package io.tocsin.news.find.place;
