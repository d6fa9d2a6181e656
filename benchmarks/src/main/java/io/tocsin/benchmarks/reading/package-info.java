/**
 * How well articles are read: labelled articles, the judging of reports against labels, and the figures. The judging knows
 * no reader; it takes the reports that one made.
 */
package io.tocsin.benchmarks.reading;
