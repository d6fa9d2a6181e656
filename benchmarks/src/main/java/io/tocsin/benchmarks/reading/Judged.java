package io.tocsin.benchmarks.reading;

/**
 * What came of one field.
 *
 * @param got what the report says, empty text where nothing
 */
record Judged(Verdict verdict, String expected, String got) {}
