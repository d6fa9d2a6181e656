package io.tocsin.places.gazetteer;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The packed gazetteer as bytes, big-endian: a magic number, the number of bytes that follow, then every array of
 * {@link Content} in the order of its components, each as its length (32 bits) and its elements. Made and read by the
 * same version of the program, so it needs no other version mark.
 */
public final class GazetteerFormat {

    private static final int MAGIC = 0x544F4347; // "TOCG"

    private GazetteerFormat() {}

    public static void write(Content content, OutputStream to) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Writer out = new Writer(new DataOutputStream(body));
        out.names(Names.of(content.countries()));
        out.divisions(content.provinces());
        out.divisions(content.districts());
        SiteTable sites = content.sites();
        out.shorts(sites.countries());
        out.ints(sites.provinces());
        out.ints(sites.districts());
        out.ints(sites.lats());
        out.ints(sites.lons());
        out.ints(sites.weights());
        out.bytes(sites.kinds());
        out.names(sites.names());
        out.longs(content.index().hashes());
        out.ints(content.index().ends());
        out.ints(content.index().entries());
        out.shorts(content.outlines().countries());
        out.ints(content.outlines().ends());
        out.ints(content.outlines().lats());
        out.ints(content.outlines().lons());
        DataOutputStream file = new DataOutputStream(to);
        file.writeInt(MAGIC);
        file.writeInt(body.size());
        body.writeTo(file);
        file.flush();
    }

    /** @throws IOException if the bytes are not what {@link #write} made */
    static Content read(InputStream bytes) throws IOException {
        DataInputStream file = new DataInputStream(bytes);
        if (file.readInt() != MAGIC) {
            throw new IOException("these bytes are no gazetteer");
        }
        byte[] body = new byte[file.readInt()];
        file.readFully(body);
        Reader in = new Reader(ByteBuffer.wrap(body));
        Names countries = in.names();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < countries.size(); i++) {
            codes.add(countries.get(i));
        }
        return new Content(
                List.copyOf(codes),
                in.divisions(),
                in.divisions(),
                new SiteTable(
                        in.shorts(), in.ints(), in.ints(), in.ints(), in.ints(), in.ints(), in.bytes(), in.names()),
                new NameIndex(in.longs(), in.ints(), in.ints()),
                new Outlines.Rings(in.shorts(), in.ints(), in.ints(), in.ints()));
    }

    private record Writer(DataOutputStream to) {

        void bytes(byte[] values) throws IOException {
            to.writeInt(values.length);
            to.write(values);
        }

        void shorts(short[] values) throws IOException {
            to.writeInt(values.length);
            for (short value : values) {
                to.writeShort(value);
            }
        }

        void ints(int[] values) throws IOException {
            to.writeInt(values.length);
            for (int value : values) {
                to.writeInt(value);
            }
        }

        void longs(long[] values) throws IOException {
            to.writeInt(values.length);
            for (long value : values) {
                to.writeLong(value);
            }
        }

        void names(Names names) throws IOException {
            bytes(names.utf8());
            ints(names.ends());
        }

        void divisions(Divisions divisions) throws IOException {
            shorts(divisions.countries());
            ints(divisions.parents());
            names(divisions.names());
            ints(divisions.lats());
            ints(divisions.lons());
        }
    }

    private record Reader(ByteBuffer from) {

        byte[] bytes() {
            byte[] values = new byte[from.getInt()];
            from.get(values);
            return values;
        }

        short[] shorts() {
            short[] values = new short[from.getInt()];
            from.asShortBuffer().get(values);
            return skipped(values, 2 * values.length);
        }

        int[] ints() {
            int[] values = new int[from.getInt()];
            from.asIntBuffer().get(values);
            return skipped(values, 4 * values.length);
        }

        long[] longs() {
            long[] values = new long[from.getInt()];
            from.asLongBuffer().get(values);
            return skipped(values, 8 * values.length);
        }

        Names names() {
            return new Names(bytes(), ints());
        }

        Divisions divisions() {
            return new Divisions(shorts(), ints(), names(), ints(), ints());
        }

        private <T> T skipped(T values, int read) {
            from.position(from.position() + read);
            return values;
        }
    }
}
