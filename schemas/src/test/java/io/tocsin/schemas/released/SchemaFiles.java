package io.tocsin.schemas.released;

import io.tocsin.avro.Report;
import io.tocsin.schemas.serde.PublishedSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** The schemas in this module's sources: those of the generated classes, and those of every release. */
final class SchemaFiles {

    private static final Path CURRENT = Path.of("src", "main", "avro");
    private static final Path RELEASED = Path.of("src", "main", "released");
    private static final String SUFFIX = ".avsc";

    private SchemaFiles() {}

    /** The present schema of every record, by name. */
    static Map<String, Schema> current() {
        Map<String, Schema> schemas = new TreeMap<>();
        files(CURRENT).forEach(file -> schemas.put(name(file), PublishedSchema.of(generated(name(file)))));
        return schemas;
    }

    /** The schemas of every release, by release and name. */
    static Map<Integer, Map<String, Schema>> released() {
        Map<Integer, Map<String, Schema>> releases = new TreeMap<>();
        list(RELEASED)
                .forEach(folder ->
                        releases.put(Integer.valueOf(folder.getFileName().toString()), in(folder)));
        return releases;
    }

    static Path folder(int release) {
        return RELEASED.resolve(Integer.toString(release));
    }

    static String fileName(String record) {
        return record + SUFFIX;
    }

    private static Map<String, Schema> in(Path folder) {
        Map<String, Schema> schemas = new TreeMap<>();
        files(folder).forEach(file -> schemas.put(name(file), parse(file)));
        return schemas;
    }

    private static Schema generated(String record) {
        try {
            Class<?> type = Class.forName(Report.class.getPackageName() + "." + record);
            return SpecificData.get().getSchema(type);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("no class was generated for " + record, e);
        }
    }

    private static Schema parse(Path file) {
        try {
            return new Schema.Parser().parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }

    private static List<Path> files(Path folder) {
        return list(folder).stream()
                .filter(path -> path.toString().endsWith(SUFFIX))
                .toList();
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
