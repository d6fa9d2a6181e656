package io.tocsin.embedded;

import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/** Text to Avro schema. */
final class Schemas {
    private Schemas() {}

    /** A schema that a client sends: defaults must fit their types. */
    static Schema submitted(String text) {
        try {
            return new Schema.Parser().parse(text);
        } catch (AvroRuntimeException e) {
            throw RegistryProblem.invalidSchema(e.getMessage());
        }
    }

    /** A schema that was accepted before. */
    static Schema stored(String text) {
        return new Schema.Parser().setValidateDefaults(false).parse(text);
    }
}
