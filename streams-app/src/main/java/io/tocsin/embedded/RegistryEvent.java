package io.tocsin.embedded;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Something that changed a registry; all of them in order are its whole state, one line of its file each. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RegistryEvent.Registered.class, name = "registered"),
    @JsonSubTypes.Type(value = RegistryEvent.Hidden.class, name = "hidden"),
    @JsonSubTypes.Type(value = RegistryEvent.Removed.class, name = "removed"),
    @JsonSubTypes.Type(value = RegistryEvent.LevelSet.class, name = "level-set"),
    @JsonSubTypes.Type(value = RegistryEvent.LevelCleared.class, name = "level-cleared")
})
sealed interface RegistryEvent {

    void applyTo(SchemaCatalogue catalogue);

    record Registered(String subject, int version, int id, String schema) implements RegistryEvent {
        @Override
        public void applyTo(SchemaCatalogue catalogue) {
            catalogue.add(new SchemaVersion(subject, version, id, schema, false));
        }
    }

    /** A soft delete. */
    record Hidden(String subject, int version) implements RegistryEvent {
        @Override
        public void applyTo(SchemaCatalogue catalogue) {
            catalogue.hide(subject, version);
        }
    }

    /** A permanent delete. */
    record Removed(String subject, int version) implements RegistryEvent {
        @Override
        public void applyTo(SchemaCatalogue catalogue) {
            catalogue.remove(subject, version);
        }
    }

    /** Of {@link SchemaCatalogue#GLOBAL} it is the level of every subject without one of its own. */
    record LevelSet(String subject, CompatibilityLevel level) implements RegistryEvent {
        @Override
        public void applyTo(SchemaCatalogue catalogue) {
            catalogue.setLevel(subject, level);
        }
    }

    record LevelCleared(String subject) implements RegistryEvent {
        @Override
        public void applyTo(SchemaCatalogue catalogue) {
            catalogue.clearLevel(subject);
        }
    }
}
