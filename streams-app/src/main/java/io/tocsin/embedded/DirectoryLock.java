package io.tocsin.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a folder to one owner at a time, in this process and beside others; the system lets go of it when the process ends. */
final class DirectoryLock implements AutoCloseable {
    private static final String FILE = "lock";

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    static DirectoryLock acquire(Path folder) {
        try {
            FileChannel channel = FileChannel.open(
                    folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw inUse(folder);
            }
            channel.truncate(0).write(ByteBuffer.wrap(processId()));
            return new DirectoryLock(channel);
        } catch (IOException e) {
            throw new EmbeddedException("The data directory %s cannot be locked.".formatted(folder), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new EmbeddedException("A data directory cannot be let go.", e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static EmbeddedException inUse(Path folder) throws IOException {
        return new EmbeddedException(
                "The data directory %s is in use by process %s: stop that one, or give another directory."
                        .formatted(
                                folder, Files.readString(folder.resolve(FILE)).strip()));
    }

    private static byte[] processId() {
        return (ProcessHandle.current().pid() + System.lineSeparator()).getBytes(StandardCharsets.UTF_8);
    }
}
