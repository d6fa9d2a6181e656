package io.tocsin.resolve;

/**
 * What keeps the cost of one report in bounds, whatever its sources send.
 *
 * @param crowd a block with more reports than this is too crowded to tell them apart: none in it are linked
 * @param largest more reports than this never hang together for a good reason: none of them are linked
 */
record Bounds(int crowd, int largest) {

    static final Bounds DEFAULT = new Bounds(100, 150);

    boolean crowded(int reportsInBlock) {
        return reportsInBlock > crowd;
    }

    boolean tooLarge(int reportsThatHangTogether) {
        return reportsThatHangTogether > largest;
    }
}
