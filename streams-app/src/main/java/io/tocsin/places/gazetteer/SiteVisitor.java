package io.tocsin.places.gazetteer;

/** Looks at the sites near a point. */
@FunctionalInterface
public interface SiteVisitor {

    /**
     * Is shown a site.
     *
     * @param site its number
     * @param km from the point
     */
    void visit(int site, double km);
}
