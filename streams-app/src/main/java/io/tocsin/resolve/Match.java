package io.tocsin.resolve;

/** A report that matches the one at hand, well or almost. */
record Match(Known other, Link link) {}
