package io.tocsin.watch;

import java.util.List;

/**
 * The announced episodes that a change touches, and the episodes that stand in their place now.
 *
 * @param before alerts that stand for an episode
 */
record Difference(List<Announced> before, List<Episode> after) {}
