package io.tocsin.connectors.cap;

/** What is to be told of a chain. */
sealed interface Telling {

    /** The chain's report; the end of its id. */
    String chain();

    int revision();

    /** That its newest message holds. */
    record Tell(String chain, int revision) implements Telling {}

    /** That nothing holds any longer of what was said there. */
    record Retract(String chain, int revision, Whereabouts where) implements Telling {}
}
