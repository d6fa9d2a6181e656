package io.tocsin.schemas.released;

import io.tocsin.schemas.serde.PublishedSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.avro.Schema;

/** Writes the present schemas as those of a release; the module's README says when and how. */
final class WriteRelease {

    private WriteRelease() {}

    public static void main(String[] arguments) throws IOException {
        int release = Integer.parseInt(arguments[0]);
        Path folder = SchemaFiles.folder(release);
        if (Files.exists(folder)) {
            throw new IllegalArgumentException("release " + release + " exists already; released schemas never change");
        }
        Files.createDirectories(folder);
        for (Map.Entry<String, Schema> entry : SchemaFiles.current().entrySet()) {
            String text = PublishedSchema.prettyText(entry.getValue()) + "\n";
            Files.writeString(folder.resolve(SchemaFiles.fileName(entry.getKey())), text);
        }
    }
}
