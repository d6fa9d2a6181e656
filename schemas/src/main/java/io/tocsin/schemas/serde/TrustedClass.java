package io.tocsin.schemas.serde;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.kafka.common.config.ConfigException;

/** Avro reads only into classes that the JVM was told to trust; this says so at start, with the remedy, and not at the first record. */
final class TrustedClass {

    private static final String PROPERTY = "org.apache.avro.SERIALIZABLE_PACKAGES";

    private TrustedClass() {}

    static <T> Class<T> require(Class<T> type) {
        if (!ClassSecurityValidator.getGlobal().isTrusted(type)) {
            throw untrusted(type.getName(), type.getPackageName());
        }
        return type;
    }

    /** The generated class of a schema that was met in a record. */
    static Class<?> of(Schema schema) {
        Class<?> type;
        try {
            type = SpecificData.get().getClass(schema);
        } catch (SecurityException e) {
            throw untrusted(schema.getFullName(), schema.getNamespace());
        }
        if (type == null || !SpecificRecord.class.isAssignableFrom(type)) {
            throw new ConfigException("no generated class for " + schema.getFullName() + " on the class path; set "
                    + SerdeConfig.SPECIFIC_READER + "=false to read generic records");
        }
        return type;
    }

    private static ConfigException untrusted(String className, String packageName) {
        return new ConfigException("Avro may not read into " + className + ": start the JVM with -D" + PROPERTY + "="
                + packageName + " (comma separated; now " + System.getProperty(PROPERTY) + ")");
    }
}
