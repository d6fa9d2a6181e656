package io.tocsin.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.kafka.common.utils.Utils;

/** A folder held by one owner: one that was given and stays, or a temporary one that is removed when it is let go. */
record Folder(Path path, boolean temporary, DirectoryLock lock) implements AutoCloseable {

    static Folder hold(Path given) {
        return hold(Optional.of(given));
    }

    static Folder hold(Optional<Path> given) {
        Path path = given.map(Folder::create).orElseGet(Folder::createTemporary);
        return new Folder(path, given.isEmpty(), DirectoryLock.acquire(path));
    }

    private static Path create(Path given) {
        try {
            return Files.createDirectories(given.toAbsolutePath());
        } catch (IOException e) {
            throw new EmbeddedException(
                    "The data directory %s cannot be created: give one that this user may write to.".formatted(given),
                    e);
        }
    }

    private static Path createTemporary() {
        try {
            return Files.createTempDirectory("tocsin-");
        } catch (IOException e) {
            throw new EmbeddedException(
                    "No temporary folder can be created in %s: make room there, or give a data directory."
                            .formatted(System.getProperty("java.io.tmpdir")),
                    e);
        }
    }

    @Override
    public void close() {
        lock.close();
        if (temporary) {
            try {
                Utils.delete(path.toFile());
            } catch (IOException e) {
                throw new EmbeddedException("The temporary folder %s cannot be removed.".formatted(path), e);
            }
        }
    }
}
