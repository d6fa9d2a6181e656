package io.tocsin.connectors.reading;

import java.util.Arrays;

/** Why a line, a row or the end of a file could not be read. */
public enum Reason {
    /** The line is no JSON. */
    MALFORMED_JSON("malformed-json"),
    /** A field is missing, unknown or of the wrong type. */
    INVALID_FIELD("invalid-field"),
    /** The row has quotes out of place, no closing quote, or another number of cells than the header. */
    MALFORMED_CSV("malformed-csv"),
    /** No mapping fits the header; the rest of the file is not read. */
    UNKNOWN_COLUMNS("unknown-columns"),
    /** The head of the Avro file cannot be read, or its records are no reports; the rest of the file is not read. */
    UNKNOWN_SCHEMA("unknown-schema"),
    /** A block of an Avro file is damaged, or a record in it is: what is left of the block is not read. */
    BROKEN_BLOCK("broken-block"),
    /** The line is longer than the limit. */
    OVERSIZED_LINE("oversized-line"),
    /** The bytes are no UTF-8. */
    NOT_UTF_8("not-utf-8"),
    /** The gzip file ends too early or is damaged; what came before is read. */
    BROKEN_GZIP("broken-gzip"),
    /** The zip file is damaged, holds not exactly one file, or too long a one; what came before is read. */
    BROKEN_ZIP("broken-zip");

    private final String code;

    Reason(String code) {
        this.code = code;
    }

    static Reason of(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code.equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** The reason as dead letters and messages spell it. */
    public String code() {
        return code;
    }
}
