/**
 * What is known of places: names, hierarchy, coordinates, the outlines of countries. Plain Java, immutable once
 * loaded.
 */
package io.tocsin.places.gazetteer;
