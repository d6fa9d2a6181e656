/**
 * Packs the gazetteer out of its sources, once in every build of this module; nothing of it runs in the application.
 */
package io.tocsin.places.build;
