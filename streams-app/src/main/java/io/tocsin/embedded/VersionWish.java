package io.tocsin.embedded;

import java.util.List;

/** Which version of a subject is asked for: a number, or the latest. */
record VersionWish(int number, boolean latest) {
    private static final VersionWish LATEST = new VersionWish(-1, true);

    static VersionWish parse(String text) {
        if (text.equals("latest") || text.equals("-1")) {
            return LATEST;
        }
        try {
            int number = Integer.parseInt(text);
            if (number < 1) {
                throw RegistryProblem.invalidVersion(text);
            }
            return new VersionWish(number, false);
        } catch (NumberFormatException e) {
            throw RegistryProblem.invalidVersion(text);
        }
    }

    /** The wished one of these versions, of which there is at least one, the oldest first. */
    SchemaVersion among(List<SchemaVersion> versions) {
        if (latest) {
            return versions.get(versions.size() - 1);
        }
        return versions.stream()
                .filter(version -> version.version() == number)
                .findFirst()
                .orElseThrow(() -> RegistryProblem.versionNotFound(number));
    }
}
