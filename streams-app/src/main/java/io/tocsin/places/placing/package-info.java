/**
 * From the names and coordinates that a source gives to a place with its hierarchy. Plain Java, pure and thread-safe.
 */
package io.tocsin.places.placing;
