package io.tocsin.topology;

import io.tocsin.avro.AlertIncident;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;

/** An incident as alerts list it, encoded already: however many alerts it is written with, Avro looks at it once. */
final class ListedIncident extends AlertIncident {

    private static final long serialVersionUID = 1L;

    private static final int MOSTLY_LESS = 512;
    private static final DatumWriter<AlertIncident> WRITER = new SpecificDatumWriter<>(AlertIncident.getClassSchema());

    private final byte[] encoded;

    private ListedIncident(byte[] encoded) {
        this.encoded = encoded;
    }

    /** The same incident; it must not change any more. */
    static AlertIncident of(AlertIncident incident) {
        ListedIncident listed = new ListedIncident(encode(incident));
        for (Schema.Field field : AlertIncident.getClassSchema().getFields()) {
            listed.put(field.pos(), incident.get(field.pos()));
        }
        return listed;
    }

    private static byte[] encode(AlertIncident incident) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream(MOSTLY_LESS);
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
            WRITER.write(incident, encoder);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
    }

    @Override
    protected boolean hasCustomCoders() {
        return true;
    }

    @Override
    public void customEncode(Encoder out) throws IOException {
        out.writeFixed(encoded);
    }
}
