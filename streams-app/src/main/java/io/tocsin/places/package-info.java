/**
 * Where things happen: places, their hierarchy, and the placing of what a source names.
 * Plain Java; the lowest floor of the house.
 */
package io.tocsin.places;
