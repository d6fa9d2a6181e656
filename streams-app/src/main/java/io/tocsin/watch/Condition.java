package io.tocsin.watch;

/** An expression that tells which incidents count. Two conditions of one text are equal. */
public interface Condition {

    /** Whether the incident counts. Never throws: an incident on which the expression fails does not count. */
    boolean test(Fact fact);

    /** The expression as it was written. */
    String text();
}
