package io.tocsin.embedded;

import com.fasterxml.jackson.databind.util.RawValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * Confluent's Schema Registry REST API over a {@link Registry}: its paths, parameters and JSON. Avro only, without schema
 * references, modes and contexts. {@code normalize} changes nothing: schemas are always compared in Avro's own spelling.
 */
final class RegistryApi {
    private final Registry registry;

    RegistryApi(Registry registry) {
        this.registry = registry;
    }

    List<RegistryRoute> routes() {
        return List.of(
                get("/", call -> Map.of()),
                get("/subjects", this::subjects),
                post("/subjects/{}", this::lookUp),
                delete("/subjects/{}", this::deleteSubject),
                get("/subjects/{}/versions", this::versions),
                post("/subjects/{}/versions", this::register),
                get("/subjects/{}/versions/{}", call -> view(version(call))),
                delete("/subjects/{}/versions/{}", this::deleteVersion),
                get(
                        "/subjects/{}/versions/{}/schema",
                        call -> new RawValue(version(call).schema())),
                get("/subjects/{}/versions/{}/referencedby", this::referencedBy),
                get("/schemas", this::schemas),
                get("/schemas/types", call -> List.of("AVRO")),
                get("/schemas/ids/{}", call -> Map.of("schema", registry.schema(call.id()))),
                get("/schemas/ids/{}/schema", call -> new RawValue(registry.schema(call.id()))),
                get("/schemas/ids/{}/subjects", this::subjectsOfSchema),
                get("/schemas/ids/{}/versions", this::versionsOfSchema),
                post("/compatibility/subjects/{}/versions", this::checkAll),
                post("/compatibility/subjects/{}/versions/{}", this::checkOne),
                get("/config", call -> level(registry.globalLevel())),
                put("/config", this::setGlobalLevel),
                delete("/config", call -> level(registry.clearGlobalLevel())),
                get("/config/{}", this::subjectLevel),
                put("/config/{}", this::setLevel),
                delete("/config/{}", call -> level(registry.clearLevel(call.subject()))),
                get("/mode", call -> mode()),
                put("/mode", call -> refuseMode()),
                get("/mode/{}", this::subjectMode),
                put("/mode/{}", call -> refuseMode()),
                get("/contexts", call -> List.of(".")));
    }

    private List<String> subjects(RegistryCall call) {
        return wanted(call).map(SchemaVersion::subject).distinct().toList();
    }

    private Object lookUp(RegistryCall call) {
        boolean deletedToo = call.asks("deleted");
        registry.versions(call.subject(), deletedToo);
        return view(registry.lookUp(call.subject(), schema(call), deletedToo));
    }

    private Object deleteSubject(RegistryCall call) {
        return call.asks("permanent") ? registry.remove(call.subject()) : registry.hide(call.subject());
    }

    private Object versions(RegistryCall call) {
        return registry.versions(call.subject(), call.asks("deleted")).stream()
                .map(SchemaVersion::version)
                .toList();
    }

    private Object register(RegistryCall call) {
        return Map.of("id", registry.register(call.subject(), schema(call)));
    }

    private SchemaVersion version(RegistryCall call) {
        return registry.version(call.subject(), call.version(), call.asks("deleted"));
    }

    private Object deleteVersion(RegistryCall call) {
        return call.asks("permanent")
                ? registry.remove(call.subject(), call.version())
                : registry.hide(call.subject(), call.version());
    }

    private Object referencedBy(RegistryCall call) {
        version(call);
        return List.of();
    }

    private Object schemas(RegistryCall call) {
        Stream<SchemaVersion> wanted = wanted(call);
        if (call.asks("latestOnly")) {
            Map<String, SchemaVersion> latest = new LinkedHashMap<>();
            wanted.forEach(version -> latest.put(version.subject(), version));
            wanted = latest.values().stream();
        }
        return wanted.map(RegistryApi::view).toList();
    }

    private Object subjectsOfSchema(RegistryCall call) {
        return registry.versionsOf(call.id(), call.asks("deleted")).stream()
                .map(SchemaVersion::subject)
                .distinct()
                .toList();
    }

    private Object versionsOfSchema(RegistryCall call) {
        return registry.versionsOf(call.id(), call.asks("deleted")).stream()
                .map(version -> Map.of("subject", version.subject(), "version", version.version()))
                .toList();
    }

    private Object checkAll(RegistryCall call) {
        return verdict(call, registry.objections(call.subject(), schema(call)));
    }

    private Object checkOne(RegistryCall call) {
        return verdict(call, registry.objections(call.subject(), schema(call), call.version()));
    }

    private Object setGlobalLevel(RegistryCall call) {
        LevelRequest request = call.body(LevelRequest.class);
        registry.setGlobalLevel(request.level());
        return request;
    }

    private Object subjectLevel(RegistryCall call) {
        return level(
                call.asks("defaultToGlobal")
                        ? registry.effectiveLevel(call.subject())
                        : registry.level(call.subject()));
    }

    private Object setLevel(RegistryCall call) {
        LevelRequest request = call.body(LevelRequest.class);
        registry.setLevel(call.subject(), request.level());
        return request;
    }

    private Object subjectMode(RegistryCall call) {
        if (!call.asks("defaultToGlobal")) {
            throw RegistryProblem.noModeOfItsOwn(call.subject());
        }
        return mode();
    }

    private Stream<SchemaVersion> wanted(RegistryCall call) {
        return registry.all(call.asks("deleted")).filter(call::wants);
    }

    private static Schema schema(RegistryCall call) {
        return call.body(SchemaRequest.class).parsed();
    }

    private static Object view(SchemaVersion version) {
        return new SchemaView(version.subject(), version.version(), version.id(), version.schema());
    }

    private static Object verdict(RegistryCall call, List<String> objections) {
        boolean compatible = objections.isEmpty();
        return call.asks("verbose")
                ? Map.of("is_compatible", compatible, "messages", objections)
                : Map.of("is_compatible", compatible);
    }

    private static Object level(CompatibilityLevel level) {
        return Map.of("compatibilityLevel", level);
    }

    private static Object mode() {
        return Map.of("mode", "READWRITE");
    }

    private static Object refuseMode() {
        throw RegistryProblem.notPermitted("Mode changes are not allowed");
    }

    private static RegistryRoute get(String path, Function<RegistryCall, Object> answer) {
        return RegistryRoute.of("GET", path, answer);
    }

    private static RegistryRoute post(String path, Function<RegistryCall, Object> answer) {
        return RegistryRoute.of("POST", path, answer);
    }

    private static RegistryRoute put(String path, Function<RegistryCall, Object> answer) {
        return RegistryRoute.of("PUT", path, answer);
    }

    private static RegistryRoute delete(String path, Function<RegistryCall, Object> answer) {
        return RegistryRoute.of("DELETE", path, answer);
    }

    private record SchemaView(String subject, int version, int id, String schema) {}

    private record SchemaRequest(String schema, String schemaType, List<Object> references, int id) {
        Schema parsed() {
            if (schemaType != null && !schemaType.equals("AVRO")) {
                throw RegistryProblem.invalidSchema("type " + schemaType + " is not supported, only AVRO is");
            }
            if (references != null && !references.isEmpty()) {
                throw RegistryProblem.invalidSchema("references are not supported");
            }
            if (id > 0) {
                throw RegistryProblem.notPermitted("The registry is not in import mode: it assigns ids itself");
            }
            if (schema == null) {
                throw RegistryProblem.invalidSchema("it is empty");
            }
            return Schemas.submitted(schema);
        }
    }

    private record LevelRequest(String compatibility) {
        CompatibilityLevel level() {
            return CompatibilityLevel.named(compatibility == null ? "" : compatibility);
        }
    }
}
