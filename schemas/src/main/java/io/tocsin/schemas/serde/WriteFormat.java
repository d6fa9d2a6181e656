package io.tocsin.schemas.serde;

import io.confluent.kafka.schemaregistry.client.SchemaMetadata;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaParseException;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.Encoder;

/** How the records of one schema are written to one topic: under which schema id, and in the shape of which schema. */
record WriteFormat(String topic, Schema schema, int schemaId, DatumWriter<IndexedRecord> writer) {

    static WriteFormat resolve(String topic, IndexedRecord example, Registry registry, SerdeConfig config) {
        Schema schema = example.getSchema();
        String subject = config.subject(topic, schema.getFullName());
        DatumWriter<IndexedRecord> writer = writer(example, config);
        if (config.useLatestVersion()) {
            SchemaMetadata latest = registry.latest(subject);
            Schema target = target(subject, latest, schema, config);
            boolean same = target.equals(PublishedSchema.of(schema));
            return new WriteFormat(topic, schema, latest.getId(), same ? writer : new Translation(target, writer));
        }
        int id = config.autoRegister()
                ? registry.register(subject, schema, config.normalize())
                : registry.id(subject, schema, config.normalize());
        return new WriteFormat(topic, schema, id, writer);
    }

    /** By identity, for speed: an equal schema in another object is found by way of the map. */
    @SuppressWarnings("ReferenceEquality")
    boolean fits(String someTopic, Schema someSchema) {
        return schema == someSchema && topic.equals(someTopic);
    }

    void write(IndexedRecord message, Encoder encoder) throws IOException {
        writer.write(message, encoder);
    }

    @SuppressWarnings("unchecked")
    private static DatumWriter<IndexedRecord> writer(IndexedRecord example, SerdeConfig config) {
        return Models.of(example, config.logicalTypes()).createDatumWriter(example.getSchema());
    }

    private static Schema target(String subject, SchemaMetadata latest, Schema schema, SerdeConfig config) {
        String version = "version " + latest.getVersion() + ", the latest of " + subject + ",";
        Schema target = parse(version, latest.getSchema());
        if (config.latestStrict() && !canRead(target, schema)) {
            throw new RegistryRefusedException(
                    version + " cannot read what this program writes as " + schema.getFullName()
                            + "; upgrade one of them or set " + SerdeConfig.LATEST_STRICT + "=false",
                    null);
        }
        return target;
    }

    private static Schema parse(String version, String text) {
        try {
            return new Schema.Parser().parse(text);
        } catch (SchemaParseException e) {
            throw new RegistryRefusedException(version + " is no Avro schema that can be used", e);
        }
    }

    private static boolean canRead(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                        .getType()
                == SchemaCompatibilityType.COMPATIBLE;
    }
}
