package io.tocsin.embedded;

/** One version of a subject; a deleted one is hidden but can still be read by who asks for it. */
record SchemaVersion(String subject, int version, int id, String schema, boolean deleted) {
    SchemaVersion hidden() {
        return new SchemaVersion(subject, version, id, schema, true);
    }
}
