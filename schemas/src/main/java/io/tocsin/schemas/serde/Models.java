package io.tocsin.schemas.serde;

import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/** Avro's rules for turning objects into data: a generated class brings its own, generic records may convert logical types. */
final class Models {

    private static final GenericData CONVERTING = converting();

    private Models() {}

    static GenericData of(IndexedRecord message, boolean logicalTypes) {
        return message instanceof SpecificRecordBase generated ? specific(generated) : generic(logicalTypes);
    }

    /** With the code that Avro generates for reading and writing: half the time where a record has it. */
    private static SpecificData specific(SpecificRecordBase generated) {
        SpecificData model = generated.getSpecificData();
        model.setCustomCoders(true);
        return model;
    }

    static GenericData generic(boolean logicalTypes) {
        return logicalTypes ? CONVERTING : GenericData.get();
    }

    private static GenericData converting() {
        GenericData model = new GenericData();
        model.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
        model.addLogicalTypeConversion(new TimeConversions.TimestampMicrosConversion());
        model.addLogicalTypeConversion(new TimeConversions.DateConversion());
        return model;
    }
}
