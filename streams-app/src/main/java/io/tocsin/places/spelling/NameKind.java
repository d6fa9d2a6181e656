package io.tocsin.places.spelling;

/** What the words around a name say it is a name of. */
public enum NameKind {
    /** Nothing: {@code Balad}. */
    UNSAID,
    /** A town or village: {@code Balad town}. */
    SETTLEMENT,
    /** A base, an airfield, a camp: {@code Balad air base}. */
    FACILITY,
    /** A second-level division: {@code Balad district}. */
    DISTRICT,
    /** A first-level division: {@code Salah ad Din province}. */
    PROVINCE
}
