package io.tocsin.connectors.files;

import io.tocsin.connectors.publishing.Converters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;

/**
 * Publishes the reports of files, in JSON lines or tables, as they are and as they grow. Connect makes it; while it follows its
 * files, a thread of its own looks for new ones. Records are ready bytes: the converters have to pass them on unchanged.
 */
public final class FilesConnector extends SourceConnector {

    static final String VERSION = Optional.ofNullable(
                    FilesConnector.class.getPackage().getImplementationVersion())
            .orElse("development");

    private Map<String, String> properties = Map.of();
    private FileSet files;
    private FolderWatch watch;

    /** For Connect. */
    public FilesConnector() {}

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public ConfigDef config() {
        return FilesConfig.DEFINITION;
    }

    @Override
    public Class<? extends Task> taskClass() {
        return FilesTask.class;
    }

    @Override
    public Config validate(Map<String, String> connectorConfigs) {
        Config checked = super.validate(connectorConfigs);
        List<ConfigValue> values = new ArrayList<>(checked.configValues());
        values.addAll(Converters.refused(connectorConfigs));
        values.stream()
                .filter(value -> value.name().equals(FilesConfig.PATH)
                        && value.errorMessages().isEmpty())
                .forEach(value -> unreadable(connectorConfigs).forEach(value::addErrorMessage));
        return new Config(values);
    }

    private static List<String> unreadable(Map<String, String> connectorConfigs) {
        String paths = connectorConfigs.get(FilesConfig.PATH);
        List<?> parsed = (List<?>) ConfigDef.parseType(FilesConfig.PATH, paths, ConfigDef.Type.LIST);
        List<Path> named = parsed.stream().map(Object::toString).map(Path::of).toList();
        return new FileSet(named, "*")
                .unreadable().stream()
                        .map(path -> FilesConfig.PATH + ": " + path
                                + " does not exist or cannot be read; create it, or correct the path")
                        .toList();
    }

    @Override
    public void start(Map<String, String> props) {
        FilesConfig config = new FilesConfig(props);
        properties = Map.copyOf(props);
        files = config.fileSet();
        List<Path> unreadable = files.unreadable();
        if (!unreadable.isEmpty()) {
            throw new ConfigException(
                    FilesConfig.PATH, unreadable, "does not exist or cannot be read; create it, or correct it");
        }
        watch = new FolderWatch(files, () -> context().requestTaskReconfiguration());
        if (config.follow()) {
            watch.start(config.pollInterval());
        }
    }

    /** Deals the files out in order of their paths; no task is without a file, and without files there is no task. */
    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        SortedSet<String> found;
        try {
            found = files.list();
        } catch (IOException e) {
            throw new ConnectException("the files of " + FilesConfig.PATH + " cannot be listed", e);
        }
        watch.given(found);
        int tasks = Math.min(maxTasks, found.size());
        List<Map<String, String>> configs = new ArrayList<>();
        for (int task = 0; task < tasks; task++) {
            configs.add(new HashMap<>(properties));
        }
        int next = 0;
        for (String file : found) {
            configs.get(next % tasks).put(FilesConfig.TASK_FILE_PREFIX + next, file);
            next++;
        }
        return configs;
    }

    @Override
    public void stop() {
        if (watch != null) {
            watch.close();
        }
    }

    /** A record's offset is stored with it, and reading goes on exactly behind it. */
    @Override
    public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> connectorConfig) {
        return ExactlyOnceSupport.SUPPORTED;
    }

    /** Accepts what the tasks can resume from, and the removal of anything; refuses the rest with the reason. */
    @Override
    public boolean alterOffsets(Map<String, String> connectorConfig, Map<Map<String, ?>, Map<String, ?>> offsets) {
        offsets.forEach((partition, offset) -> {
            if (offset == null) {
                return;
            }
            try {
                SourceFile.fromMap(partition);
                FileOffset.fromMap(offset);
            } catch (IllegalArgumentException e) {
                throw new ConnectException(e.getMessage(), e);
            }
        });
        return true;
    }
}
