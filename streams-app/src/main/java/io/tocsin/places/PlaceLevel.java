package io.tocsin.places;

/** The levels of the place hierarchy, coarsest first: site ⊂ district (admin2) ⊂ province (admin1) ⊂ country. */
public enum PlaceLevel {
    COUNTRY,
    PROVINCE,
    DISTRICT,
    SITE
}
