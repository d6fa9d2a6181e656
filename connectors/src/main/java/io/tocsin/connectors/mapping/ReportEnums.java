package io.tocsin.connectors.mapping;

import io.tocsin.avro.Attribution;
import io.tocsin.avro.Category;
import io.tocsin.avro.PlacePrecision;
import io.tocsin.avro.ReportStatus;
import io.tocsin.avro.SourceKind;
import io.tocsin.avro.TargetKind;
import io.tocsin.avro.TimePrecision;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.Schema;

/** The enums of a report by the name of their schema: named here, so that no class is ever loaded by name. */
final class ReportEnums {

    private static final Map<String, Function<String, Enum<?>>> BY_NAME = Map.of(
            "Attribution", Attribution::valueOf,
            "Category", Category::valueOf,
            "PlacePrecision", PlacePrecision::valueOf,
            "ReportStatus", ReportStatus::valueOf,
            "SourceKind", SourceKind::valueOf,
            "TargetKind", TargetKind::valueOf,
            "TimePrecision", TimePrecision::valueOf);

    private ReportEnums() {}

    static Enum<?> symbol(Schema type, String symbol) {
        return BY_NAME.get(type.getName()).apply(symbol);
    }

    /** Reads a symbol as files write it, in kebab-case. */
    static Enum<?> read(Schema type, String text) {
        String symbol = text.toUpperCase(Locale.ROOT).replace('-', '_');
        if (!type.hasEnumSymbol(symbol)) {
            throw new IllegalArgumentException("'" + text + "' is none of "
                    + type.getEnumSymbols().toString().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return symbol(type, symbol);
    }
}
