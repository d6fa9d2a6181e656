package io.tocsin.schemas.serde;

import org.apache.kafka.common.KafkaException;

/**
 * The schema registry refused a request for a reason that lies neither in the record nor in the moment: wrong credentials, a wrong
 * address, a schema that is not registered. Somebody has to change the configuration.
 */
public final class RegistryRefusedException extends KafkaException {

    private static final long serialVersionUID = 1L;

    RegistryRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
