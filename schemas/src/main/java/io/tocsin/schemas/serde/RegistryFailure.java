package io.tocsin.schemas.serde;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import org.apache.kafka.common.KafkaException;

/** Tells the registry's failures apart: those that pass, and those that somebody has to mend. */
final class RegistryFailure {

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int SUBJECT_NOT_FOUND_CODE = 40401;
    private static final int SCHEMA_NOT_FOUND_CODE = 40403;

    private RegistryFailure() {}

    static KafkaException of(String what, RestClientException refusal) {
        String message = "the schema registry refused to " + what + ": " + refusal.getMessage();
        int status = refusal.getStatus();
        boolean passes = status >= SERVER_ERROR || status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT;
        return passes
                ? new RegistryUnavailableException(message, refusal)
                : new RegistryRefusedException(message + remedy(refusal), refusal);
    }

    static KafkaException of(String what, IOException failure) {
        return new RegistryUnavailableException(
                "the schema registry does not answer; asked to " + what + ": " + failure, failure);
    }

    /** An id, or a schema under a subject, that the registry itself (and no proxy before it) says it has not. */
    static boolean saysUnknown(RestClientException refusal) {
        int code = refusal.getErrorCode();
        return refusal.getStatus() == NOT_FOUND && (code == SUBJECT_NOT_FOUND_CODE || code == SCHEMA_NOT_FOUND_CODE);
    }

    static boolean saysForbidden(RestClientException refusal) {
        return refusal.getStatus() == UNAUTHORIZED || refusal.getStatus() == FORBIDDEN;
    }

    static boolean saysIncompatible(RestClientException refusal) {
        return refusal.getStatus() == CONFLICT;
    }

    /** The client has no other way to say that it got a schema of another type, or one that it cannot parse. */
    static boolean saysUnusableSchema(IOException failure) {
        return failure.getClass() == IOException.class
                && String.valueOf(failure.getMessage()).startsWith("Invalid schema");
    }

    private static String remedy(RestClientException refusal) {
        if (saysForbidden(refusal)) {
            return "; check basic.auth.* or bearer.auth.*, and what that user may do";
        }
        if (saysIncompatible(refusal)) {
            return "; the subject's compatibility level forbids this schema";
        }
        if (saysUnknown(refusal)) {
            return "; register it with `tocsin topics --create`, or set auto.register.schemas=true";
        }
        return "; check " + SerdeConfig.URL;
    }
}
