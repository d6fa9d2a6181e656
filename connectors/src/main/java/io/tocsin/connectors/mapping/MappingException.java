package io.tocsin.connectors.mapping;

/** Says what is wrong in a mapping file and where; thrown while the mapping is loaded, never for a row. */
public final class MappingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MappingException(String message) {
        super(message);
    }

    MappingException(String message, Throwable cause) {
        super(message, cause);
    }
}
