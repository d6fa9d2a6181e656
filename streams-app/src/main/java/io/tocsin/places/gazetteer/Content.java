package io.tocsin.places.gazetteer;

import java.util.List;

/**
 * All that the packed gazetteer holds.
 *
 * @param countries ISO 3166-1 alpha-2 codes, ascending; a country's number is its index
 */
public record Content(
        List<String> countries,
        Divisions provinces,
        Divisions districts,
        SiteTable sites,
        NameIndex index,
        Outlines.Rings outlines) {}
