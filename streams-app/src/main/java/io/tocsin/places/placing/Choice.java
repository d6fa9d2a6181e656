package io.tocsin.places.placing;

import io.tocsin.places.Reason;

/**
 * Which of the sites of a name is meant.
 *
 * @param site its number; {@link #NO_SITE} if none of them can be, {@link #SEVERAL} if more than one can
 * @param reason why
 */
record Choice(int site, Reason reason) {

    static final int NO_SITE = -1;
    static final int SEVERAL = -2;

    static final Choice NOBODY = new Choice(NO_SITE, Reason.NAME_UNKNOWN);
    static final Choice AMBIGUOUS = new Choice(SEVERAL, Reason.SEVERAL_OF_THE_NAME);

    boolean isNobody() {
        return site == NO_SITE;
    }

    boolean isAmbiguous() {
        return site == SEVERAL;
    }

    boolean isMade() {
        return site >= 0;
    }
}
