package io.tocsin.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a result goes as JSON too. */
public final class ResultFile {

    private static final String STANDARD_OUTPUT = "-";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Option(
            names = "--json",
            paramLabel = "FILE",
            arity = "0..1",
            fallbackValue = STANDARD_OUTPUT,
            description = "Writes the result there as JSON; without FILE, prints it.")
    private Optional<Path> file = Optional.empty();

    /** Whether it is printed. */
    public boolean isStandardOutput() {
        return file.equals(Optional.of(Path.of(STANDARD_OUTPUT)));
    }

    /** Writes it, if anybody asked for it. */
    public void write(Map<String, Object> result) throws IOException {
        if (isStandardOutput()) {
            System.out.println(JSON.writeValueAsString(result));
        } else if (file.isPresent()) {
            JSON.writeValue(file.get().toFile(), result);
        }
    }
}
