/**
 * The faces over HTTP: meters and health now; reads its own model only.
 * Knows neither the topology nor the domain.
 */
package io.tocsin.api;
