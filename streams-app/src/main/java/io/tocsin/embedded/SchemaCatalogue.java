package io.tocsin.embedded;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The subjects, versions, schemas and levels that a sequence of events leads to. One thread at a time. */
final class SchemaCatalogue {
    /** In place of a subject: all subjects. */
    static final String GLOBAL = "";

    private final NavigableMap<String, NavigableMap<Integer, SchemaVersion>> subjects = new TreeMap<>();
    private final Map<String, CompatibilityLevel> levels = new HashMap<>();
    private int lastId;

    void add(SchemaVersion version) {
        subjects.computeIfAbsent(version.subject(), subject -> new TreeMap<>()).put(version.version(), version);
        lastId = Math.max(lastId, version.id());
    }

    void hide(String subject, int version) {
        subjects.get(subject).computeIfPresent(version, (number, found) -> found.hidden());
    }

    void remove(String subject, int version) {
        NavigableMap<Integer, SchemaVersion> versions = subjects.get(subject);
        versions.remove(version);
        if (versions.isEmpty()) {
            subjects.remove(subject);
        }
    }

    void setLevel(String subject, CompatibilityLevel level) {
        levels.put(subject, level);
    }

    void clearLevel(String subject) {
        levels.remove(subject);
    }

    /** The level set for exactly this subject, or for {@link #GLOBAL}. */
    Optional<CompatibilityLevel> level(String subject) {
        return Optional.ofNullable(levels.get(subject));
    }

    CompatibilityLevel globalLevel() {
        return level(GLOBAL).orElse(CompatibilityLevel.BACKWARD);
    }

    CompatibilityLevel effectiveLevel(String subject) {
        return level(subject).orElseGet(this::globalLevel);
    }

    Stream<SchemaVersion> all() {
        return subjects.values().stream().map(Map::values).flatMap(Collection::stream);
    }

    /** Every version of the subject, the oldest first; empty when there is no such subject. */
    List<SchemaVersion> versions(String subject) {
        NavigableMap<Integer, SchemaVersion> versions = subjects.get(subject);
        return versions == null ? List.of() : List.copyOf(versions.values());
    }

    List<SchemaVersion> visibleVersions(String subject) {
        return versions(subject).stream().filter(version -> !version.deleted()).toList();
    }

    Stream<SchemaVersion> withId(int id) {
        return all().filter(version -> version.id() == id);
    }

    int nextVersion(String subject) {
        NavigableMap<Integer, SchemaVersion> versions = subjects.get(subject);
        return versions == null ? 1 : versions.lastKey() + 1;
    }

    /** The id this schema has under any subject, or a fresh one: an id is never given to a second schema. */
    int idOf(String schema) {
        return all().filter(version -> version.schema().equals(schema))
                .mapToInt(SchemaVersion::id)
                .findFirst()
                .orElse(lastId + 1);
    }
}
