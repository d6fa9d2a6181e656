package io.tocsin.benchmarks;

/** A run of one contestant. */
interface Measured {

    Contestant contestant();

    /** From 1. */
    int round();
}
