package io.tocsin.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the events of a registry are kept, one JSON line each. An event is on disk before {@link #append} returns. A last line
 * without its end was never acknowledged (the process died while writing it) and is cut off when the file is opened.
 */
interface RegistryLog extends AutoCloseable {

    /** The events of the past, in order. */
    List<RegistryEvent> events();

    void append(RegistryEvent event);

    @Override
    void close();

    /** Keeps nothing. */
    static RegistryLog inMemory() {
        return new RegistryLog() {
            @Override
            public List<RegistryEvent> events() {
                return List.of();
            }

            @Override
            public void append(RegistryEvent event) {}

            @Override
            public void close() {}
        };
    }

    /** Keeps a file in this folder, and holds the folder until it is closed. */
    static RegistryLog in(Path path) {
        Folder folder = Folder.hold(path);
        Path file = folder.path().resolve(InFile.NAME);
        try {
            return InFile.open(file, folder);
        } catch (IOException e) {
            folder.close();
            throw new EmbeddedException("The registry's file %s cannot be read or written.".formatted(file), e);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** The log in a file. */
    final class InFile implements RegistryLog {
        private static final String NAME = "registry.jsonl";
        private static final Logger LOG = LoggerFactory.getLogger(RegistryLog.class);
        private static final JsonMapper JSON = JsonMapper.builder().build();

        private final FileChannel channel;
        private final Folder folder;
        private final List<RegistryEvent> events;
        private boolean broken;

        private InFile(FileChannel channel, Folder folder, List<RegistryEvent> events) {
            this.channel = channel;
            this.folder = folder;
            this.events = events;
        }

        private static InFile open(Path file, Folder folder) throws IOException {
            byte[] content = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            int end = endOfLastLine(content);
            List<RegistryEvent> events = parse(file, new String(content, 0, end, StandardCharsets.UTF_8));
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (end < content.length) {
                LOG.atWarn()
                        .addKeyValue("file", file)
                        .addKeyValue("bytes", content.length - end)
                        .log("Cut off an unfinished last line");
            }
            channel.truncate(end).position(end).force(true);
            return new InFile(channel, folder, events);
        }

        private static int endOfLastLine(byte[] content) {
            int end = content.length;
            while (end > 0 && content[end - 1] != '\n') {
                end--;
            }
            return end;
        }

        private static List<RegistryEvent> parse(Path file, String text) {
            List<RegistryEvent> events = new ArrayList<>();
            for (String line : text.lines().toList()) {
                try {
                    events.add(JSON.readValue(line, RegistryEvent.class));
                } catch (JsonProcessingException e) {
                    throw new EmbeddedException(
                            "The registry's file %s is damaged at line %d: restore it from a backup."
                                    .formatted(file, events.size() + 1),
                            e);
                }
            }
            return List.copyOf(events);
        }

        @Override
        public List<RegistryEvent> events() {
            return events;
        }

        @Override
        public void append(RegistryEvent event) {
            if (broken) {
                throw RegistryProblem.notStored("an earlier write failed; restart the registry");
            }
            try {
                write(event);
            } catch (IOException e) {
                LOG.atError().setCause(e).log("The registry's file cannot be written");
                throw RegistryProblem.notStored(e.getMessage());
            }
        }

        private void write(RegistryEvent event) throws IOException {
            byte[] json = JSON.writeValueAsBytes(event);
            byte[] line = Arrays.copyOf(json, json.length + 1);
            line[json.length] = '\n';
            long start = channel.position();
            try {
                ByteBuffer left = ByteBuffer.wrap(line);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            } catch (IOException e) {
                takeBack(start);
                throw e;
            }
        }

        private void takeBack(long start) {
            try {
                channel.truncate(start).position(start);
            } catch (IOException e) {
                broken = true;
            }
        }

        @Override
        public void close() {
            try (folder) {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
