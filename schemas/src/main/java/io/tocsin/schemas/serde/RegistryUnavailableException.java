package io.tocsin.schemas.serde;

import org.apache.kafka.common.errors.RetriableException;

/** The schema registry did not answer, or answered that it cannot now: the same call may succeed later. */
public final class RegistryUnavailableException extends RetriableException {

    private static final long serialVersionUID = 1L;

    RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
