package io.tocsin.connectors.polling;

import io.tocsin.connectors.web.SourceFault;

/** What became of one step. */
sealed interface Outcome<C extends Cursor> {

    /** It found something, or found that there is nothing. */
    record Taken<C extends Cursor>(Step<C> step) implements Outcome<C> {}

    /** The source gave no answer that can be used. */
    record Failed<C extends Cursor>(SourceFault fault) implements Outcome<C> {}
}
