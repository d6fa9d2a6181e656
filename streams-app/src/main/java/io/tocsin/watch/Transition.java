package io.tocsin.watch;

/** A step in the life of an alert. */
public enum Transition {
    /** The scope reached the lowest level. */
    OPENED,
    /** A higher level was reached. */
    ESCALATED,
    /** More was counted at the same level. */
    GREW,
    /** It has grown since people were last told. */
    REMINDED,
    /** Corrections lowered the level or the counts. */
    EASED,
    /** An operator did something about it that takes nothing back. */
    HANDLED,
    /** The scope has been quiet for long enough; said again with each report that adds to what is over. */
    RESOLVED,
    /** Corrections took the reason away. */
    WITHDRAWN
}
