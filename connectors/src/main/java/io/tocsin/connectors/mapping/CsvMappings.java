package io.tocsin.connectors.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The mappings that may be tried on a table: the one that was asked for, or all that are shipped. Immutable. */
public final class CsvMappings {

    /** The setting that has a table recognised by its header. */
    public static final String AUTO = "auto";

    /** The names of the mappings that come with this module. */
    public static final List<String> SHIPPED = List.of("ucdp-ged", "acled", "sigacts-iraq");

    private final List<CsvMapping> candidates;

    private CsvMappings(List<CsvMapping> candidates) {
        this.candidates = List.copyOf(candidates);
    }

    /**
     * Finds the mappings that a setting asks for.
     *
     * @param setting {@code auto}, the name of a shipped mapping, or the path of a mapping file
     * @throws MappingException if there is no such mapping or it is wrong
     */
    public static CsvMappings of(String setting) {
        if (setting.equals(AUTO)) {
            return new CsvMappings(SHIPPED.stream().map(CsvMappings::shipped).toList());
        }
        return new CsvMappings(List.of(SHIPPED.contains(setting) ? shipped(setting) : fromFile(Path.of(setting))));
    }

    /**
     * A mapping that comes with this module.
     *
     * @param name one of {@link #SHIPPED}
     */
    public static CsvMapping shipped(String name) {
        String file = name + ".yaml";
        try (InputStream resource = CsvMappings.class.getResourceAsStream(file)) {
            return CsvMapping.parse(new String(resource.readAllBytes(), StandardCharsets.UTF_8), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CsvMapping fromFile(Path file) {
        try {
            return CsvMapping.parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new MappingException(
                    "the mapping '" + file + "' is neither shipped " + SHIPPED + " nor a file that can be read", e);
        }
    }

    /** The names of the mappings that may be tried. */
    public List<String> names() {
        return candidates.stream().map(CsvMapping::name).toList();
    }

    /**
     * A mapping that fits a header.
     *
     * @param header the header's cells
     */
    public record Fit(CsvMapping mapping, char separator, List<String> header) {

        public Fit {
            header = List.copyOf(header);
        }
    }

    /**
     * The mapping that fits a header best: of those whose required columns are all there, the one that requires most.
     *
     * @param header the header's cells, given a separator; nothing if it cannot be split by that
     */
    public Optional<Fit> fitting(Function<Character, Optional<List<String>>> header) {
        return candidates.stream()
                .flatMap(mapping -> mapping.separators().stream()
                        .flatMap(separator ->
                                header.apply(separator).stream().map(cells -> new Fit(mapping, separator, cells))))
                .filter(fit -> fit.mapping().missingFrom(fit.header()).isEmpty())
                .max(Comparator.comparingInt(
                        fit -> fit.mapping().requiredColumns().size()));
    }
}
