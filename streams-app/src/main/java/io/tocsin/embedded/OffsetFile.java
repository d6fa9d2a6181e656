package io.tocsin.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.storage.Converter;
import org.apache.kafka.connect.storage.FileOffsetBackingStore;

/**
 * Connect's offset file, but never half written: Connect itself empties the file and then fills it, and a process killed in between
 * would start its sources from the beginning. Here it works on a draft that replaces the file when it is on disk.
 */
final class OffsetFile extends FileOffsetBackingStore {
    private final Path file;
    private final Path draft;

    /** The worker must be configured with {@link #draftOf} as its offset file. */
    OffsetFile(Path file, Converter keys) {
        super(keys);
        this.file = file;
        this.draft = draftOf(file);
    }

    static Path draftOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".draft");
    }

    @Override
    public synchronized void start() {
        try {
            Files.deleteIfExists(draft);
            if (Files.exists(file)) {
                Files.copy(file, draft);
            }
        } catch (IOException e) {
            throw new ConnectException("The offset file " + file + " cannot be read", e);
        }
        super.start();
    }

    @Override
    protected void save() {
        super.save();
        try {
            try (FileChannel written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ConnectException("The offset file " + file + " cannot be written", e);
        }
    }
}
