package io.tocsin.embedded;

import java.util.List;

/** A refusal with the HTTP status and the error code that Confluent's registry gives for it. */
final class RegistryProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    private RegistryProblem(int status, int code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }

    static RegistryProblem badRequest(String message) {
        return new RegistryProblem(400, 400, message);
    }

    static RegistryProblem noSuchPath() {
        return new RegistryProblem(404, 404, "HTTP 404 Not Found");
    }

    static RegistryProblem subjectNotFound(String subject) {
        return new RegistryProblem(404, 40401, "Subject '%s' not found.".formatted(subject));
    }

    static RegistryProblem versionNotFound(int version) {
        return new RegistryProblem(404, 40402, "Version %d not found.".formatted(version));
    }

    static RegistryProblem schemaNotFound() {
        return new RegistryProblem(404, 40403, "Schema not found");
    }

    static RegistryProblem schemaNotFound(int id) {
        return new RegistryProblem(404, 40403, "Schema %d not found".formatted(id));
    }

    static RegistryProblem subjectSoftDeleted(String subject) {
        return new RegistryProblem(
                404,
                40404,
                "Subject '%s' was soft deleted. Set permanent=true to delete permanently".formatted(subject));
    }

    static RegistryProblem subjectNotSoftDeleted(String subject) {
        return new RegistryProblem(
                404, 40405, "Subject '%s' was not deleted first before being permanently deleted".formatted(subject));
    }

    static RegistryProblem versionSoftDeleted(String subject, int version) {
        return new RegistryProblem(
                404,
                40406,
                "Subject '%s' Version %d was soft deleted. Set permanent=true to delete permanently"
                        .formatted(subject, version));
    }

    static RegistryProblem versionNotSoftDeleted(String subject, int version) {
        return new RegistryProblem(
                404,
                40407,
                "Subject '%s' Version %d was not deleted first before being permanently deleted"
                        .formatted(subject, version));
    }

    static RegistryProblem noCompatibilityOfItsOwn(String subject) {
        return new RegistryProblem(
                404, 40408, "Subject '%s' does not have subject-level compatibility configured".formatted(subject));
    }

    static RegistryProblem noModeOfItsOwn(String subject) {
        return new RegistryProblem(
                404, 40409, "Subject '%s' does not have subject-level mode configured".formatted(subject));
    }

    static RegistryProblem methodNotAllowed() {
        return new RegistryProblem(405, 405, "HTTP 405 Method Not Allowed");
    }

    static RegistryProblem incompatible(String subject, List<String> objections) {
        return new RegistryProblem(
                409,
                409,
                "Schema being registered is incompatible with an earlier schema for subject \"%s\", details: %s"
                        .formatted(subject, objections));
    }

    static RegistryProblem tooLarge(int limit) {
        return new RegistryProblem(413, 413, "The request body is longer than %d bytes".formatted(limit));
    }

    static RegistryProblem unsupportedMediaType() {
        return new RegistryProblem(415, 415, "HTTP 415 Unsupported Media Type");
    }

    static RegistryProblem invalidSchema(String reason) {
        return new RegistryProblem(422, 42201, "Invalid schema: " + reason);
    }

    static RegistryProblem invalidVersion(String version) {
        return new RegistryProblem(
                422,
                42202,
                ("The specified version '%s' is not a valid version id. Allowed values are between [1, 2^31-1] and the"
                                + " string \"latest\"")
                        .formatted(version));
    }

    static RegistryProblem invalidCompatibilityLevel(String valid) {
        return new RegistryProblem(422, 42203, "Invalid compatibility level. Valid values are " + valid);
    }

    static RegistryProblem notPermitted(String message) {
        return new RegistryProblem(422, 42205, message);
    }

    static RegistryProblem invalidSubject(String subject) {
        return new RegistryProblem(422, 42208, "The specified subject '%s' is not a valid subject.".formatted(subject));
    }

    static RegistryProblem notStored(String reason) {
        return new RegistryProblem(500, 50001, "Error while storing: " + reason);
    }

    static RegistryProblem unexpected() {
        return new RegistryProblem(500, 50001, "Internal error; the registry's log says which");
    }
}
