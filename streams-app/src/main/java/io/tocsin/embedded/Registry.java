package io.tocsin.embedded;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * What can be asked of a registry, without the HTTP around it. Answers and refuses as Confluent's does. A change is in the log before
 * it is in the catalogue. For any number of threads.
 */
final class Registry implements AutoCloseable {
    private final RegistryLog log;
    private final SchemaCatalogue catalogue = new SchemaCatalogue();

    Registry(RegistryLog log) {
        this.log = log;
        log.events().forEach(event -> event.applyTo(catalogue));
    }

    /** The id of the schema, which becomes the newest version of the subject unless it already is one. */
    synchronized int register(String subject, Schema schema) {
        requireValid(subject);
        String text = schema.toString();
        Optional<SchemaVersion> known = find(catalogue.visibleVersions(subject), text);
        if (known.isPresent()) {
            return known.get().id();
        }
        List<String> objections =
                catalogue.effectiveLevel(subject).objections(schema, catalogue.visibleVersions(subject));
        if (!objections.isEmpty()) {
            throw RegistryProblem.incompatible(subject, objections);
        }
        int id = catalogue.idOf(text);
        commit(new RegistryEvent.Registered(subject, catalogue.nextVersion(subject), id, text));
        return id;
    }

    /** The version under which the subject holds this schema. */
    synchronized SchemaVersion lookUp(String subject, Schema schema, boolean deletedToo) {
        return find(versions(subject, deletedToo), schema.toString()).orElseThrow(RegistryProblem::schemaNotFound);
    }

    synchronized Stream<SchemaVersion> all(boolean deletedToo) {
        return catalogue.all().filter(version -> deletedToo || !version.deleted()).toList().stream();
    }

    /** The versions of the subject, at least one, the oldest first. */
    synchronized List<SchemaVersion> versions(String subject, boolean deletedToo) {
        List<SchemaVersion> versions = deletedToo ? catalogue.versions(subject) : catalogue.visibleVersions(subject);
        if (versions.isEmpty()) {
            throw RegistryProblem.subjectNotFound(subject);
        }
        return versions;
    }

    synchronized SchemaVersion version(String subject, VersionWish wish, boolean deletedToo) {
        return wish.among(versions(subject, deletedToo));
    }

    synchronized String schema(int id) {
        return catalogue
                .withId(id)
                .map(SchemaVersion::schema)
                .findFirst()
                .orElseThrow(() -> RegistryProblem.schemaNotFound(id));
    }

    synchronized List<SchemaVersion> versionsOf(int id, boolean deletedToo) {
        List<SchemaVersion> versions = catalogue
                .withId(id)
                .filter(version -> deletedToo || !version.deleted())
                .toList();
        if (versions.isEmpty()) {
            throw RegistryProblem.schemaNotFound(id);
        }
        return versions;
    }

    /** What speaks against the schema as the subject's next version, by the subject's level. */
    synchronized List<String> objections(String subject, Schema schema) {
        return catalogue.effectiveLevel(subject).objections(schema, catalogue.visibleVersions(subject));
    }

    /** What speaks against the schema beside this one version. The latest of a subject without versions objects to nothing. */
    synchronized List<String> objections(String subject, Schema schema, VersionWish wish) {
        List<SchemaVersion> versions = catalogue.visibleVersions(subject);
        if (versions.isEmpty() && wish.latest()) {
            return List.of();
        }
        return catalogue.effectiveLevel(subject).objections(schema, List.of(version(subject, wish, false)));
    }

    /** Hides the subject, its level goes; the version numbers that it hid. */
    synchronized List<Integer> hide(String subject) {
        List<SchemaVersion> visible = catalogue.visibleVersions(subject);
        if (visible.isEmpty() && !catalogue.versions(subject).isEmpty()) {
            throw RegistryProblem.subjectSoftDeleted(subject);
        }
        List<Integer> numbers =
                versions(subject, false).stream().map(SchemaVersion::version).toList();
        numbers.forEach(number -> commit(new RegistryEvent.Hidden(subject, number)));
        if (catalogue.level(subject).isPresent()) {
            commit(new RegistryEvent.LevelCleared(subject));
        }
        return numbers;
    }

    /** Removes a hidden subject for ever; the version numbers that it removed. */
    synchronized List<Integer> remove(String subject) {
        List<Integer> numbers =
                versions(subject, true).stream().map(SchemaVersion::version).toList();
        if (!catalogue.visibleVersions(subject).isEmpty()) {
            throw RegistryProblem.subjectNotSoftDeleted(subject);
        }
        numbers.forEach(number -> commit(new RegistryEvent.Removed(subject, number)));
        return numbers;
    }

    synchronized int hide(String subject, VersionWish wish) {
        SchemaVersion version = wish.latest() ? version(subject, wish, false) : version(subject, wish, true);
        if (version.deleted()) {
            throw RegistryProblem.versionSoftDeleted(subject, version.version());
        }
        commit(new RegistryEvent.Hidden(subject, version.version()));
        return version.version();
    }

    synchronized int remove(String subject, VersionWish wish) {
        SchemaVersion version = version(subject, wish, true);
        if (!version.deleted()) {
            throw RegistryProblem.versionNotSoftDeleted(subject, version.version());
        }
        commit(new RegistryEvent.Removed(subject, version.version()));
        return version.version();
    }

    synchronized CompatibilityLevel globalLevel() {
        return catalogue.globalLevel();
    }

    synchronized CompatibilityLevel level(String subject) {
        return catalogue.level(subject).orElseThrow(() -> RegistryProblem.noCompatibilityOfItsOwn(subject));
    }

    synchronized CompatibilityLevel effectiveLevel(String subject) {
        return catalogue.effectiveLevel(subject);
    }

    synchronized void setGlobalLevel(CompatibilityLevel level) {
        commit(new RegistryEvent.LevelSet(SchemaCatalogue.GLOBAL, level));
    }

    synchronized void setLevel(String subject, CompatibilityLevel level) {
        requireValid(subject);
        commit(new RegistryEvent.LevelSet(subject, level));
    }

    /** Back to the default; the level until now. */
    synchronized CompatibilityLevel clearGlobalLevel() {
        CompatibilityLevel former = catalogue.globalLevel();
        commit(new RegistryEvent.LevelCleared(SchemaCatalogue.GLOBAL));
        return former;
    }

    /** Back to the global level; the level until now. */
    synchronized CompatibilityLevel clearLevel(String subject) {
        CompatibilityLevel former =
                catalogue.level(subject).orElseThrow(() -> RegistryProblem.subjectNotFound(subject));
        commit(new RegistryEvent.LevelCleared(subject));
        return former;
    }

    @Override
    public synchronized void close() {
        log.close();
    }

    private void commit(RegistryEvent event) {
        log.append(event);
        event.applyTo(catalogue);
    }

    private static Optional<SchemaVersion> find(List<SchemaVersion> versions, String schema) {
        return versions.stream()
                .filter(version -> version.schema().equals(schema))
                .findFirst();
    }

    private static void requireValid(String subject) {
        boolean reserved = subject.equals("__GLOBAL") || subject.equals("__EMPTY");
        if (subject.isBlank() || reserved || subject.chars().anyMatch(Character::isISOControl)) {
            throw RegistryProblem.invalidSubject(subject);
        }
    }
}
