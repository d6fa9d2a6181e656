package io.tocsin.connectors.mapping;

import java.math.BigDecimal;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.avro.Schema;

/** Turns a filled-in text into a value of the field's type; throws IllegalArgumentException where it is none. */
final class Conversions {

    private final Countries countries;
    private final TimeFormats times;

    Conversions(Countries countries, TimeFormats times) {
        this.countries = countries;
        this.times = times;
    }

    /** The time that was written, moved on by a calendar period. */
    Function<String, Optional<Object>> time(Period later) {
        return text -> Optional.of(times.read(text, later));
    }

    /** A country's code; nothing where the name is not known, so that the next alternative gets its turn. */
    Function<String, Optional<Object>> country() {
        return text -> countries.code(text).map(Object.class::cast);
    }

    /** The distinct parts between separators, in order. */
    Function<String, Optional<Object>> list(String separator) {
        Pattern pattern = Pattern.compile(separator, Pattern.LITERAL);
        return text -> {
            List<String> parts = Arrays.stream(pattern.split(text))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .distinct()
                    .toList();
            return parts.isEmpty() ? Optional.empty() : Optional.of(new ArrayList<>(parts));
        };
    }

    /** A list of one. */
    Function<String, Optional<Object>> single() {
        return text -> Optional.of(new ArrayList<>(List.of(text)));
    }

    Function<String, Optional<Object>> scalar(Schema type) {
        return switch (type.getType()) {
            case STRING -> Optional::of;
            case INT -> text -> Optional.of(whole(text));
            case DOUBLE -> text -> Optional.of(number(text));
            case ENUM -> text -> Optional.of(ReportEnums.read(type, text));
            default -> throw new MappingException("no table can fill a field of type " + type);
        };
    }

    /** Spreadsheets and data frames write whole numbers as {@code 8.0} once a column has gaps. */
    private static Integer whole(String text) {
        try {
            return new BigDecimal(text).intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no whole number", e);
        }
    }

    private static Double number(String text) {
        try {
            return new BigDecimal(text).doubleValue();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no number", e);
        }
    }
}
