package io.tocsin.connectors.files;

import io.tocsin.connectors.mapping.CsvMappings;
import io.tocsin.connectors.mapping.MappingException;
import io.tocsin.connectors.publishing.PublishingSettings;
import io.tocsin.connectors.publishing.Recommended;
import io.tocsin.connectors.reading.Format;
import io.tocsin.connectors.reading.ReadOptions;
import io.tocsin.connectors.reading.ReadOptions.FileEnd;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/** The configuration of the files connector; its definition is one list, in the order of the README's table. */
final class FilesConfig extends AbstractConfig {

    static final String PATH = "files.path";
    static final String INCLUDE = "files.include";
    static final String FORMAT = "files.format";
    static final String FOLLOW = "files.follow";
    static final String POLL_INTERVAL = "files.poll.interval.ms";
    static final String LINE_MAX_BYTES = "line.max.bytes";
    static final String BATCH_SIZE = "batch.size";
    static final String MAPPING = "csv.mapping";

    /** Before a number, the property of a task's configuration that names one of its files. */
    static final String TASK_FILE_PREFIX = "task.file.";

    private static final String MAX_RECORD_BYTES = "tocsin.max.record.bytes";
    private static final String AUTO_FORMAT = "auto";
    private static final String[] FORMATS = {AUTO_FORMAT, "json", "csv", "gdelt", "avro"};
    private static final String FILES = "Files";
    private static final String TABLES = "Tables";

    static final ConfigDef DEFINITION = PublishingSettings.define(new ConfigDef()
            .define(
                    PATH,
                    ConfigDef.Type.LIST,
                    ConfigDef.NO_DEFAULT_VALUE,
                    ConfigDef.ValidList.anyNonDuplicateValues(false, false),
                    Importance.HIGH,
                    "The file or folder to read, or several, separated by commas. Of a folder the files directly in it are "
                            + "read. Every worker has to see the same files.",
                    FILES,
                    1,
                    Width.LONG,
                    "Path")
            .define(
                    INCLUDE,
                    ConfigDef.Type.STRING,
                    "*.{json,jsonl,ndjson,csv,CSV,tsv,avro,gz,zip}",
                    ConfigDef.LambdaValidator.with(FilesConfig::requireGlob, () -> "a glob pattern"),
                    Importance.MEDIUM,
                    "Which files of a folder are read: a glob pattern for the file's name. Files whose names begin with a dot "
                            + "are left out always.",
                    FILES,
                    2,
                    Width.MEDIUM,
                    "Include")
            .define(
                    FORMAT,
                    ConfigDef.Type.STRING,
                    AUTO_FORMAT,
                    ConfigDef.ValidString.in(FORMATS),
                    Importance.MEDIUM,
                    "How the files are written: json (one report a line), csv (a table, read with a mapping), gdelt (export files "
                            + "of GDELT 2.0), avro (container files of reports), or auto, which goes by the file's ending and "
                            + "tells gdelt by the first row; .gz and .zip are looked through.",
                    FILES,
                    3,
                    Width.SHORT,
                    "Format",
                    Recommended.of((Object[]) FORMATS))
            .define(
                    FOLLOW,
                    ConfigDef.Type.BOOLEAN,
                    true,
                    Importance.HIGH,
                    "true: keep looking for new lines and new files; a last line without line end waits until it has one. "
                            + "false: the end of a file is final; the connector stays idle when all is read.",
                    FILES,
                    4,
                    Width.SHORT,
                    "Follow")
            .define(
                    POLL_INTERVAL,
                    ConfigDef.Type.LONG,
                    1000L,
                    ConfigDef.Range.between(1, Duration.ofDays(1).toMillis()),
                    Importance.LOW,
                    "How long to wait before looking again at files that had nothing new, in milliseconds.",
                    FILES,
                    5,
                    Width.SHORT,
                    "Poll interval")
            .define(
                    LINE_MAX_BYTES,
                    ConfigDef.Type.INT,
                    ReadOptions.LINE_MAX_BYTES,
                    ConfigDef.Range.between(1, 256 * 1024 * 1024),
                    Importance.LOW,
                    "The longest line or row that is read; a longer one becomes a dead letter that holds its beginning. Above "
                            + "the default, raise max.request.size of the producer and max.message.bytes of the topics too.",
                    FILES,
                    6,
                    Width.SHORT,
                    "Longest line")
            .define(
                    BATCH_SIZE,
                    ConfigDef.Type.INT,
                    500,
                    ConfigDef.Range.between(1, 100_000),
                    Importance.LOW,
                    "The most records that are handed to Connect at once.",
                    FILES,
                    7,
                    Width.SHORT,
                    "Batch size")
            .define(
                    MAPPING,
                    ConfigDef.Type.STRING,
                    CsvMappings.AUTO,
                    ConfigDef.LambdaValidator.with(
                            FilesConfig::requireMapping,
                            () -> "auto, a shipped mapping, or the path of a mapping file"),
                    Importance.MEDIUM,
                    "How the rows of tables become reports: the name of a shipped mapping, the path of a mapping file, or auto, "
                            + "which recognises a shipped mapping by the header.",
                    TABLES,
                    8,
                    Width.MEDIUM,
                    "Mapping",
                    mappings()));

    FilesConfig(Map<String, String> properties) {
        super(DEFINITION, properties, false);
    }

    FileSet fileSet() {
        List<Path> paths = getList(PATH).stream().map(Path::of).toList();
        return new FileSet(paths, getString(INCLUDE));
    }

    boolean follow() {
        return getBoolean(FOLLOW);
    }

    Duration pollInterval() {
        return Duration.ofMillis(getLong(POLL_INTERVAL));
    }

    int batchSize() {
        return getInt(BATCH_SIZE);
    }

    String topicPrefix() {
        return getString(PublishingSettings.TOPIC_PREFIX);
    }

    ReadOptions readOptions() {
        String format = getString(FORMAT);
        return new ReadOptions(
                format.equals(AUTO_FORMAT)
                        ? Optional.empty()
                        : Optional.of(Format.valueOf(format.toUpperCase(Locale.ROOT))),
                CsvMappings.of(getString(MAPPING)),
                getInt(LINE_MAX_BYTES),
                follow() ? FileEnd.GROWING : FileEnd.FINAL);
    }

    /** What the serializer of the reports is configured with; records may be as long as lines unless told otherwise. */
    Map<String, Object> serializerProperties() {
        Map<String, Object> properties = new HashMap<>(originals());
        properties.putIfAbsent(MAX_RECORD_BYTES, getInt(LINE_MAX_BYTES));
        return properties;
    }

    /** The files of the task whose configuration this is. */
    List<String> taskFiles() {
        return originalsWithPrefix(TASK_FILE_PREFIX).values().stream()
                .map(Object::toString)
                .sorted()
                .toList();
    }

    private static void requireGlob(String name, Object glob) {
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + glob);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(name, glob, "is no glob pattern: " + e.getMessage());
        }
    }

    private static void requireMapping(String name, Object mapping) {
        try {
            CsvMappings.of((String) mapping);
        } catch (MappingException | IllegalArgumentException e) {
            throw new ConfigException(name, mapping, e.getMessage());
        }
    }

    private static ConfigDef.Recommender mappings() {
        List<String> names = new ArrayList<>(List.of(CsvMappings.AUTO));
        names.addAll(CsvMappings.SHIPPED);
        return Recommended.of(names.toArray());
    }
}
