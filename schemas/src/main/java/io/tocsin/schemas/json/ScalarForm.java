package io.tocsin.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Text, numbers, booleans and times. */
enum ScalarForm implements Form {
    STRING("text") {
        @Override
        Object valueOf(JsonNode node) {
            return node.isTextual() ? node.textValue() : null;
        }

        @Override
        public JsonNode write(Object value) {
            return TextNode.valueOf(value.toString());
        }
    },
    INT("a whole number from -2147483648 to 2147483647") {
        @Override
        Object valueOf(JsonNode node) {
            return node.isIntegralNumber() && node.canConvertToInt() ? node.intValue() : null;
        }

        @Override
        public JsonNode write(Object value) {
            return IntNode.valueOf((Integer) value);
        }
    },
    LONG("a whole number of at most 64 bits") {
        @Override
        Object valueOf(JsonNode node) {
            return node.isIntegralNumber() && node.canConvertToLong() ? node.longValue() : null;
        }

        @Override
        public JsonNode write(Object value) {
            return LongNode.valueOf((Long) value);
        }
    },
    DOUBLE("a number") {
        @Override
        Object valueOf(JsonNode node) {
            boolean finite = node.isNumber() && Double.isFinite(node.doubleValue());
            return finite ? node.doubleValue() : null;
        }

        @Override
        public JsonNode write(Object value) {
            double number = (Double) value;
            if (!Double.isFinite(number)) {
                throw new JsonFormException(value.toString(), "a number");
            }
            return DoubleNode.valueOf(number);
        }
    },
    BOOLEAN("true or false") {
        @Override
        Object valueOf(JsonNode node) {
            return node.isBoolean() ? node.booleanValue() : null;
        }

        @Override
        public JsonNode write(Object value) {
            return BooleanNode.valueOf((Boolean) value);
        }
    },
    INSTANT("a time such as 2021-05-04T20:00:00Z") {
        @Override
        Object valueOf(JsonNode node) {
            if (!node.isTextual()) {
                return null;
            }
            try {
                Instant instant = Instant.parse(node.textValue()).truncatedTo(ChronoUnit.MILLIS);
                return inRange(instant) ? instant : null;
            } catch (DateTimeException e) {
                return null;
            }
        }

        @Override
        public JsonNode write(Object value) {
            return TextNode.valueOf(value.toString());
        }
    };

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private final String wanted;

    ScalarForm(String wanted) {
        this.wanted = wanted;
    }

    /** The value, or null when the node is none. */
    abstract Object valueOf(JsonNode node);

    @Override
    public Object read(JsonNode node) {
        Object value = valueOf(node);
        if (value == null) {
            throw new JsonFormException(node.isNumber() ? node.asText() : node.toString(), wanted);
        }
        return value;
    }

    private static boolean inRange(Instant instant) {
        return !instant.isBefore(FIRST) && !instant.isAfter(LAST);
    }
}
