package io.tocsin.connectors.gdelt;

import io.tocsin.connectors.mapping.InvalidFieldException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** A row of an export file that is an attack, its cells by GDELT's names for them. */
record EventRow(String[] cells) {

    /** How many columns an export file has. */
    static final int WIDTH = 61;

    private static final int ID = 0;
    private static final int SQL_DATE = 1;
    private static final int ACTOR1 = 5;
    private static final int ACTOR2 = 15;
    private static final int NAME = 1;
    private static final int TYPE = 7;
    private static final int EVENT_CODE = 26;
    private static final int ROOT_CODE = 28;
    private static final int MENTIONS = 31;
    private static final int SOURCES = 32;
    private static final int ARTICLES = 33;
    private static final int ACTION_GEO = 51;
    private static final int DATE_ADDED = 59;
    private static final int SOURCE_URL = 60;

    /** The columns of where it happened, from the first on. */
    private enum Geo {
        TYPE,
        FULL_NAME,
        COUNTRY,
        ADM1,
        ADM2,
        LAT,
        LON,
        FEATURE_ID
    }

    /** Cuts a line at its tabs; nothing where it has not the width of an event. */
    static Optional<EventRow> parse(String line) {
        String[] cells = new String[WIDTH];
        int begin = 0;
        for (int i = 0; i < WIDTH; i++) {
            int end = line.indexOf('\t', begin);
            boolean last = i == WIDTH - 1;
            if (last != end < 0) {
                return Optional.empty();
            }
            cells[i] = line.substring(begin, last ? line.length() : end);
            begin = end + 1;
        }
        return Optional.of(new EventRow(cells));
    }

    private String geo(Geo column) {
        return cells[ACTION_GEO + column.ordinal()];
    }

    long id() throws InvalidFieldException {
        try {
            return Long.parseLong(cells[ID]);
        } catch (NumberFormatException e) {
            throw new InvalidFieldException("id", "GLOBALEVENTID '" + cells[ID] + "' is no number");
        }
    }

    String code() {
        return cells[EVENT_CODE];
    }

    String root() {
        return cells[ROOT_CODE];
    }

    /** When GDELT added it. */
    Instant added() throws InvalidFieldException {
        try {
            return Stamps.time(cells[DATE_ADDED]);
        } catch (DateTimeException e) {
            throw new InvalidFieldException("publishedAt", "DATEADDED '" + cells[DATE_ADDED] + "' is no time");
        }
    }

    /** The day on which it happened; nothing can be known before, but days begin earlier in the east. */
    LocalDate day() throws InvalidFieldException {
        LocalDate latest = added().atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
        try {
            LocalDate day = Stamps.day(cells[SQL_DATE]);
            if (!day.isAfter(latest)) {
                return day;
            }
        } catch (DateTimeException e) {
            throw new InvalidFieldException("occurrence.from", "SQLDATE '" + cells[SQL_DATE] + "' is no day");
        }
        throw new InvalidFieldException(
                "occurrence.from", "SQLDATE " + cells[SQL_DATE] + " lies after DATEADDED " + cells[DATE_ADDED]);
    }

    Optional<String> actor1() {
        return given(cells[ACTOR1 + NAME]);
    }

    Optional<String> actor2() {
        return given(cells[ACTOR2 + NAME]);
    }

    /** What sort of actor the second is, such as {@code MIL}; empty where it is not told. */
    String actor2Type() {
        return cells[ACTOR2 + TYPE];
    }

    int mentions() {
        return count(MENTIONS);
    }

    int sources() {
        return count(SOURCES);
    }

    int articles() {
        return count(ARTICLES);
    }

    private int count(int column) {
        try {
            return Math.max(0, Integer.parseInt(cells[column]));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** How closely the place is known: 1 country, 2 US state, 3 US city, 4 city, 5 province, 0 not at all. */
    String placeType() {
        return geo(Geo.TYPE);
    }

    boolean placed() {
        return !placeType().isEmpty() && !placeType().equals("0");
    }

    Optional<String> placeName() {
        return given(geo(Geo.FULL_NAME));
    }

    String fips() {
        return geo(Geo.COUNTRY);
    }

    String adm1() {
        return geo(Geo.ADM1);
    }

    String featureId() {
        return geo(Geo.FEATURE_ID);
    }

    Optional<Double> lat() throws InvalidFieldException {
        return degrees(Geo.LAT, "place.lat", 90);
    }

    Optional<Double> lon() throws InvalidFieldException {
        return degrees(Geo.LON, "place.lon", 180);
    }

    private Optional<Double> degrees(Geo column, String field, double most) throws InvalidFieldException {
        String text = geo(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            double degrees = Double.parseDouble(text);
            if (Math.abs(degrees) <= most) {
                return Optional.of(degrees);
            }
        } catch (NumberFormatException e) {
            throw new InvalidFieldException(field, "ActionGeo '" + text + "' is no number");
        }
        throw new InvalidFieldException(field, "ActionGeo " + text + " is beyond " + most + " degrees");
    }

    /** The article that it was read from: an address, or the name of a publication. */
    String article() {
        return cells[SOURCE_URL].strip();
    }

    /** Throws for a row that no report can be made of. */
    void check() throws InvalidFieldException {
        id();
        day();
        lat();
        lon();
    }

    private static Optional<String> given(String cell) {
        return Optional.of(cell.strip()).filter(text -> !text.isEmpty());
    }
}
