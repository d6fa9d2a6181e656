package io.tocsin.connectors.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The one file that a zip file holds. Nothing is unpacked to a disk, so the names inside may be what they like. */
final class ZippedFile {

    /** The longest content: a whole history of a database stays below it, a bomb does not. */
    static final long MAX_BYTES = 4L << 30;

    private final Path file;

    ZippedFile(Path file) {
        this.file = file;
    }

    /** The name of the file inside. */
    String name() throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return only(zip).getName();
        }
    }

    /** What is in it, checked against its length and its checksum; closing it closes the zip file. */
    InputStream content() throws IOException {
        ZipFile zip = new ZipFile(file.toFile());
        try {
            return new Content(zip, only(zip));
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static ZipEntry only(ZipFile zip) throws IOException {
        List<? extends ZipEntry> files = zip.stream()
                .filter(entry -> !entry.isDirectory() && !ofFinder(entry))
                .limit(2)
                .toList();
        if (files.size() != 1) {
            throw new ZipException(files.isEmpty() ? "it holds no file" : "it holds more than one file; unpack it");
        }
        return files.get(0);
    }

    /** What a Mac adds beside each file. */
    private static boolean ofFinder(ZipEntry entry) {
        return entry.getName().startsWith("__MACOSX/");
    }

    private static final class Content extends FilterInputStream {

        private final ZipFile zip;
        private final ZipEntry entry;
        private final CheckedInputStream checked;
        private long length;

        Content(ZipFile zip, ZipEntry entry) throws IOException {
            this(zip, entry, new CheckedInputStream(zip.getInputStream(entry), new CRC32()));
        }

        private Content(ZipFile zip, ZipEntry entry, CheckedInputStream checked) {
            super(checked);
            this.zip = zip;
            this.entry = entry;
            this.checked = checked;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            int count = super.read(bytes, from, most);
            if (count < 0) {
                requireWhole();
                return count;
            }
            length += count;
            if (length > MAX_BYTES) {
                throw new ZipException("it holds more than " + MAX_BYTES + " bytes");
            }
            return count;
        }

        private void requireWhole() throws IOException {
            if (length != entry.getSize() || checked.getChecksum().getValue() != entry.getCrc()) {
                throw new ZipException("its content is not what its directory says");
            }
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
