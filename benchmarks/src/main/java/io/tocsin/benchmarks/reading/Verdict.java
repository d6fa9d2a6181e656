package io.tocsin.benchmarks.reading;

/** What came of one field that a label names. */
public enum Verdict {
    RIGHT,
    WRONG,
    /** The report does not say. */
    MISSING
}
