package io.tocsin.incident;

/** How closely an occurrence is known in time, finest first. */
public enum TimePrecision {
    MINUTE,
    PART_OF_DAY,
    DAY,
    WEEK,
    MONTH,
    UNKNOWN
}
