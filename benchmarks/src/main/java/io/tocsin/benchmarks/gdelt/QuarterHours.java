package io.tocsin.benchmarks.gdelt;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/**
 * Files as GDELT publishes them every quarter of an hour, made from a seed. A seventh of the rows are attacks, three or four of them
 * read from one article, as in a real file; every event is mentioned once.
 */
final class QuarterHours {

    static final int ROWS = 2_000;

    private static final int WIDTH = 61;
    private static final int ROWS_AN_ARTICLE = 4;
    private static final double ATTACKS = 345.0 / 2_414;
    private static final double PLACED = 0.98;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);
    private static final String[] ATTACK_CODES = {"180", "182", "183", "190", "193", "194", "195", "202"};
    private static final String[] OTHER_CODES = {"010", "020", "036", "042", "051", "073", "112", "141", "173"};

    /** FIPS code, name, latitude, longitude. */
    private static final String[][] PLACES = {
        {"IZ", "Baghdad, Baghdad, Iraq", "33.3386", "44.3939"},
        {"NI", "Chibok, Borno, Nigeria", "10.8699", "12.8466"},
        {"UP", "Kharkiv, Kharkivs'ka Oblast', Ukraine", "49.9808", "36.2527"},
        {"AF", "Kabul, Kabol, Afghanistan", "34.5167", "69.1833"},
        {"ML", "Gao, Gao, Mali", "16.2717", "-0.0447"},
        {"SU", "Khartoum, Al Khartum, Sudan", "15.5881", "32.5342"}
    };

    private final Random random;
    private long event;
    private long article;

    QuarterHours(long seed) {
        random = new Random(seed);
    }

    /** The two files of a quarter of an hour. */
    record Files(String events, String mentions) {}

    /** The next ones, the events added at that time. */
    Files at(Instant time) {
        StringBuilder events = new StringBuilder();
        StringBuilder mentions = new StringBuilder();
        String stamp = STAMP.format(time);
        int row = 0;
        while (row < ROWS) {
            boolean attack = random.nextDouble() < ATTACKS;
            String address = "https://news%d.example/%d".formatted(random.nextInt(500), article++);
            int ofIt = Math.min(ROWS - row, 1 + random.nextInt(2 * ROWS_AN_ARTICLE - 1));
            for (int i = 0; i < ofIt; i++) {
                events.append(event(stamp, attack, address)).append('\n');
                mentions.append(mention(stamp, address)).append('\n');
                event++;
                row++;
            }
        }
        return new Files(events.toString(), mentions.toString());
    }

    private String event(String stamp, boolean attack, String address) {
        String[] cells = new String[WIDTH];
        Arrays.fill(cells, "");
        String[] codes = attack ? ATTACK_CODES : OTHER_CODES;
        String code = codes[random.nextInt(codes.length)];
        cells[0] = Long.toString(event);
        cells[1] = stamp.substring(0, 8);
        cells[2] = stamp.substring(0, 6);
        cells[3] = stamp.substring(0, 4);
        cells[5] = "REB";
        cells[6] = "REBEL GROUP " + random.nextInt(40);
        cells[15] = "GOV";
        cells[16] = "GOVERNMENT";
        cells[22] = "GOV";
        cells[25] = "1";
        cells[26] = code;
        cells[27] = code;
        cells[28] = code.substring(0, 2);
        cells[29] = attack ? "4" : "1";
        cells[30] = "-9.5";
        cells[31] = Integer.toString(1 + random.nextInt(12));
        cells[32] = "1";
        cells[33] = cells[31];
        cells[34] = String.format(Locale.ROOT, "%.6f", random.nextGaussian() * 4);
        if (random.nextDouble() < PLACED) {
            String[] place = PLACES[random.nextInt(PLACES.length)];
            cells[51] = "4";
            cells[52] = place[1];
            cells[53] = place[0];
            cells[56] = place[2];
            cells[57] = place[3];
            cells[58] = Integer.toString(-random.nextInt(3_000_000));
        }
        cells[59] = stamp;
        cells[60] = address;
        return String.join("\t", cells);
    }

    private String mention(String stamp, String address) {
        return String.join(
                "\t",
                Long.toString(event),
                stamp,
                stamp,
                "1",
                address.substring("https://".length(), address.lastIndexOf('/')),
                address,
                "3",
                "-1",
                "102",
                "61",
                "1",
                Integer.toString(10 * (1 + random.nextInt(10))),
                "2500",
                "-3.1",
                "",
                "");
    }
}
