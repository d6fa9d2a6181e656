/**
 * The one catalogue of meters: what is counted, under which name, with which tags.
 * Domain code returns outcomes; the shell counts them here.
 */
package io.tocsin.metrics;
