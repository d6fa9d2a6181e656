/**
 * How well reports become incidents: retells labelled data as reports, fits the weights of the pair score on one half
 * and measures clusters on the other.
 */
package io.tocsin.benchmarks.quality;
