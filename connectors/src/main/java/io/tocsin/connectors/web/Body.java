package io.tocsin.connectors.web;

import io.tocsin.connectors.web.SourceFault.Kind;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.hc.core5.http.HttpEntity;

/** Reads bodies within limits. */
final class Body {

    private static final int BUFFER = 1 << 14;

    /** So much of an answer that is of no interest is read, for the sake of the connection. */
    private static final int LONGEST_SMALL_TALK = 1 << 14;

    private Body() {}

    /** Whether there is more of it than is worth reading for nothing. What could be read is gone. */
    static boolean talksOn(HttpEntity entity) {
        if (entity == null) {
            return false;
        }
        try {
            InputStream in = entity.getContent();
            in.skipNBytes(LONGEST_SMALL_TALK);
            return in.read() >= 0;
        } catch (IOException e) {
            return !(e instanceof EOFException);
        }
    }

    /**
     * Reads a body to its end.
     *
     * @param encoding the value of Content-Encoding, empty for none
     */
    static byte[] read(InputStream wire, String encoding, WebSettings limits) throws IOException {
        InputStream counted = new Limited(wire, limits.maxResponseBytes(), "http.response.max.bytes");
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> all(counted);
            case "gzip", "x-gzip" -> gunzip(counted, limits);
            default -> throw new SourceFault(Kind.BROKEN_ENCODING, "the answer is packed with '" + encoding + "'");
        };
    }

    private static byte[] gunzip(InputStream packed, WebSettings limits) throws IOException {
        try (InputStream unpacked = limited(new GZIPInputStream(packed, BUFFER), limits)) {
            return all(unpacked);
        } catch (ZipException e) {
            throw new SourceFault(Kind.BROKEN_ENCODING, "the answer is no gzip, though it says so", e);
        }
    }

    /** The first file of a ZIP archive. */
    static byte[] unzip(InputStream archive, WebSettings limits) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(archive)) {
            ZipEntry entry = zip.getNextEntry();
            if (entry == null) {
                throw new SourceFault(Kind.BROKEN_ENCODING, "the answer is no ZIP archive, or there is nothing in it");
            }
            return all(limited(zip, limits));
        } catch (ZipException e) {
            throw new SourceFault(Kind.BROKEN_ENCODING, "the archive is damaged", e);
        }
    }

    private static InputStream limited(InputStream unpacked, WebSettings limits) {
        return new Limited(unpacked, limits.maxUnpackedBytes(), "http.unpacked.max.bytes");
    }

    private static byte[] all(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        in.transferTo(out);
        return out.toByteArray();
    }

    /** Ends with a fault where it gets longer than allowed. */
    private static final class Limited extends FilterInputStream {

        private final long limit;
        private final String setting;
        private long read;

        Limited(InputStream in, long limit, String setting) {
            super(in);
            this.limit = limit;
            this.setting = setting;
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = in.read(into, offset, length);
            count(Math.max(0, count));
            return count;
        }

        /** Does nothing: closing would read a body of any length to its end. The connection is dropped by its owner. */
        @Override
        public void close() {}

        private void count(int more) throws SourceFault {
            read += more;
            if (read > limit) {
                throw new SourceFault(
                        Kind.TOO_LARGE, "the answer has more than the " + limit + " bytes that " + setting + " allows");
            }
        }
    }
}
