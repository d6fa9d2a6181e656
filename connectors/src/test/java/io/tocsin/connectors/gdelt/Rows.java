package io.tocsin.connectors.gdelt;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of export and mentions files: an attack in Chibok, all cells but those given as usual. */
public final class Rows {

    private final String[] cells = new String[EventRow.WIDTH];

    private Rows(long id, String added) {
        Arrays.fill(cells, "");
        with(0, Long.toString(id));
        with(1, added.substring(0, 8));
        actor1("BOKO HARAM").actor2("SCHOOL", "EDU");
        code("193");
        with(31, "4").with(32, "2").with(33, "4");
        place("4", "Chibok, Borno, Nigeria", "NI")
                .with(56, "10.8")
                .with(57, "12.8")
                .with(58, "-2013");
        with(59, added);
        article("http://www.example.org/chibok");
    }

    public static Rows attack(long id, String added) {
        return new Rows(id, added);
    }

    public Rows with(int column, String cell) {
        cells[column] = cell;
        return this;
    }

    public Rows code(String code) {
        return with(26, code).with(27, code.substring(0, 3)).with(28, code.substring(0, 2));
    }

    public Rows day(String day) {
        return with(1, day);
    }

    public Rows actor1(String name) {
        return with(6, name);
    }

    public Rows actor2(String name, String type) {
        return with(16, name).with(22, type);
    }

    public Rows place(String type, String name, String fips) {
        return with(51, type).with(52, name).with(53, fips);
    }

    public Rows article(String address) {
        return with(60, address);
    }

    public String line() {
        return String.join("\t", cells);
    }

    EventRow row() {
        return EventRow.parse(line()).orElseThrow();
    }

    public static String file(Rows... rows) {
        return Arrays.stream(rows).map(row -> row.line() + "\n").collect(Collectors.joining());
    }

    /** A row of a mentions file. */
    static String mention(long id, String source, int confidence) {
        return Stream.of(
                                Long.toString(id),
                                "20260601120000",
                                "20260601120000",
                                "1",
                                source,
                                "http://" + source + "/a",
                                "1",
                                "-1",
                                "-1",
                                "5",
                                "1",
                                Integer.toString(confidence),
                                "900",
                                "-3.1",
                                "",
                                "")
                        .collect(Collectors.joining("\t"))
                + "\n";
    }
}
