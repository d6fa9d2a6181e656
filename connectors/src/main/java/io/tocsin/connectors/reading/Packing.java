package io.tocsin.connectors.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** What a file is packed with, as the last ending of its name tells. */
enum Packing {
    NONE("", "", null) {
        @Override
        InputStream unpack(Path file) throws IOException {
            return Files.newInputStream(file);
        }
    },
    GZIP(".gz", "gzip", Reason.BROKEN_GZIP) {
        @Override
        InputStream unpack(Path file) throws IOException {
            InputStream packed = new BufferedInputStream(Files.newInputStream(file));
            try {
                return new GZIPInputStream(packed, BUFFER);
            } catch (IOException | RuntimeException e) {
                packed.close();
                throw e;
            }
        }
    },
    ZIP(".zip", "zip", Reason.BROKEN_ZIP) {
        @Override
        InputStream unpack(Path file) throws IOException {
            return new ZippedFile(file).content();
        }
    };

    private static final int BUFFER = 64 * 1024;

    private final String ending;
    private final String noun;
    private final Reason broken;

    Packing(String ending, String noun, Reason broken) {
        this.ending = ending;
        this.noun = noun;
        this.broken = broken;
    }

    static Packing ofName(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(GZIP.ending)) {
            return GZIP;
        }
        return name.endsWith(ZIP.ending) ? ZIP : NONE;
    }

    /** A name without the ending that tells the packing. */
    String plain(String name) {
        return name.substring(0, name.length() - ending.length());
    }

    /** Why a file ends that is packed and ends too early or is damaged. */
    Reason broken() {
        return broken;
    }

    /** What to call such a file. */
    String noun() {
        return noun;
    }

    /**
     * The content, from its beginning.
     *
     * @throws java.util.zip.ZipException if the file is not what its ending says
     */
    abstract InputStream unpack(Path file) throws IOException;
}
