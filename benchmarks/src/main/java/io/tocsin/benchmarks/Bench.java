package io.tocsin.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.tocsin.benchmarks.gdelt.GdeltSpeed;
import io.tocsin.benchmarks.growth.Growth;
import io.tocsin.benchmarks.quality.Quality;
import io.tocsin.benchmarks.reading.Re3d;
import io.tocsin.benchmarks.reading.ReadingQuality;
import io.tocsin.benchmarks.reading.ReadingScore;
import io.tocsin.benchmarks.reading.SignWeights;
import io.tocsin.benchmarks.unusual.Calibration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The command: {@code throughput}, {@code latency}, {@code all}, {@code cost} or {@code profile} for speed, {@code quality} or
 * {@code fit} for the resolving of reports into incidents, {@code reading} for the reading of articles, {@code calibrate} for the chances of {@code unusual}, {@code growth} for
 * the cost of an incident as incidents, rules and scopes grow in number, {@code gdelt} for the way of GDELT's files into Kafka.
 */
@Command(
        name = "benchmarks/run",
        description =
                "Measures the pipeline against a topology that only copies, and how well reports become incidents.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Bench implements Callable<Integer> {

    /** What is measured. */
    enum What {
        /** Reports a second, replayed from Kafka. */
        THROUGHPUT,
        /** Time from a report to its alert. */
        LATENCY,
        /** Both. */
        ALL,
        /** Processor time of a report, by what lies in the store. */
        COST,
        /** Where the time goes, from a flight recording. */
        PROFILE,
        /** How well reports become incidents. */
        QUALITY,
        /** Writes the weights that decide it. */
        FIT,
        /** Whether unusual is as seldom as it says. */
        CALIBRATE,
        GROWTH,
        /** How well articles are read. */
        READING,
        /** How fast. */
        READING_SPEED,
        /** Places and times that are found in documents where people marked them. */
        READING_RE3D,
        /** Writes the weights anew by which the reader decides what of an article to tell. */
        FIT_READING,
        /** Rows a second from GDELT's files into Kafka. */
        GDELT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final int PROFILE_ROWS = 20;
    private static final int GROWTH_ROUNDS = 5;
    private static final int GDELT_DAYS = 2;
    private static final String STANDARD_OUTPUT = "-";
    private static final Path LABELLED_ARTICLES = Path.of("benchmarks", "reading", "tuning");
    private static final Path SIGN_WEIGHTS = Path.of("streams-app/src/main/resources/io/tocsin/news/signs.tsv");

    @Parameters(
            index = "0",
            paramLabel = "WHAT",
            description =
                    "One of throughput, latency, all, cost, profile, quality, fit, calibrate, growth, gdelt, reading, reading-speed, reading-re3d, fit-reading.")
    private What what;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FOLDER",
            description =
                    "Labelled articles for reading, reading-speed and fit-reading, such as benchmarks/reading/tuning; re3d.")
    private Optional<Path> articles = Optional.empty();

    @Option(
            names = "--reports",
            defaultValue = "1000000",
            description = "Reports to replay; for cost, those of the past. Default: ${DEFAULT-VALUE}.")
    private int reports;

    @Option(
            names = "--probe",
            defaultValue = "20000",
            description = "Reports whose cost is measured. Default: ${DEFAULT-VALUE}.")
    private int probe;

    @Option(
            names = "--warm-up-reports",
            defaultValue = "100000",
            description = "Reports between past and probe. Default: ${DEFAULT-VALUE}.")
    private int warmUpReports;

    @Option(
            names = "--rounds",
            description =
                    "Runs of each contestant, or after each past; days of gdelt. Default: 3; cost: 1; gdelt: 2; growth: 5.")
    private Optional<Integer> rounds = Optional.empty();

    @Option(
            names = "--seconds",
            defaultValue = "60",
            description = "Time to measure latency. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "60",
            description = "Seconds of latency before it is measured. Default: ${DEFAULT-VALUE}.")
    private int warmUp;

    @Option(names = "--rate", defaultValue = "1000", description = "Live reports a second. Default: ${DEFAULT-VALUE}.")
    private int rate;

    @Option(names = "--seed", defaultValue = "20260101", description = "Of the reports. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--heap", defaultValue = "1g", description = "Of the streams JVM. Default: ${DEFAULT-VALUE}.")
    private String heap;

    @Option(names = "--limit", description = "Seconds after which a run is given up. Default: 600; cost: 3600.")
    private Optional<Integer> limit = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "PROPERTY=VALUE",
            description = "A property of both contestants, such as kafka.commit.interval.ms=1000.")
    private Map<String, String> set = Map.of();

    @Option(
            names = "--contestants",
            split = ",",
            defaultValue = "identity,floor,fixed-rule,tocsin",
            converter = ContestantConverter.class,
            description = "Of throughput. Default: ${DEFAULT-VALUE}.")
    private Set<Contestant> contestants = Set.of();

    @Option(
            names = "--pasts",
            split = ",",
            defaultValue = "empty,country,town",
            description = "Of cost; city is another, and long. Default: ${DEFAULT-VALUE}.")
    private Set<Past> pasts = Set.of();

    @Option(
            names = "--folder",
            defaultValue = "benchmarks/target/bed",
            description = "Where broker and state live meanwhile. Default: ${DEFAULT-VALUE}.")
    private Path folder;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            arity = "0..1",
            fallbackValue = STANDARD_OUTPUT,
            description = "Writes the result there too; without FILE, prints it instead of the tables of reading.")
    private Optional<Path> json = Optional.empty();

    @Option(names = "--recording", paramLabel = "FILE", description = "Keeps the profile's flight recording there.")
    private Optional<Path> recording = Optional.empty();

    @Option(
            names = "--data",
            defaultValue = "../shared/data",
            description = "Labelled data for quality and fit; a real file for gdelt. Default: ${DEFAULT-VALUE}.")
    private Path data;

    @Option(
            names = "--weights",
            defaultValue = "streams-app/src/main/resources/io/tocsin/resolve/pair-weights.tsv",
            description = "Where fit writes the weights. Default: ${DEFAULT-VALUE}.")
    private Path weights;

    @Option(names = "--scopes", description = "How many scopes growth measures. Default: ${DEFAULT-VALUE}.")
    private int scopes = 1_000_000;

    private Bench() {}

    /** Runs the command. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args));
    }

    @Override
    public Integer call() throws IOException {
        if (what == What.QUALITY) {
            System.out.print(new Quality(data, seed).measure());
            return 0;
        }
        if (what == What.FIT) {
            new Quality(data, seed).fit(weights);
            return 0;
        }
        if (what == What.CALIBRATE) {
            System.out.print(Calibration.measure(seed));
            return 0;
        }
        if (what == What.GROWTH) {
            Files.createDirectories(folder);
            System.out.print(new Growth(folder, scopes, rounds.orElse(GROWTH_ROUNDS), Bench::say).measure());
            return 0;
        }
        if (what == What.READING) {
            return reading();
        }
        if (what == What.READING_SPEED) {
            System.out.println(Machine.here());
            System.out.print(new ReadingSpeed(articles.orElse(LABELLED_ARTICLES).toAbsolutePath(), heap).measure());
            return 0;
        }
        if (what == What.READING_RE3D) {
            System.out.print(
                    new Re3d().measure(articles.orElse(data.resolve("re3d"))).text());
            return 0;
        }
        if (what == What.FIT_READING) {
            fitReading();
            return 0;
        }
        if (what == What.GDELT) {
            System.out.println(Machine.here());
            System.out.print(new GdeltSpeed(data, seed, rounds.orElse(GDELT_DAYS), Bench::say).measure());
            return 0;
        }
        Settings settings = settings();
        Machine machine = Machine.here();
        System.out.println(machine);
        System.out.println(settings.facts());
        if (what == What.PROFILE) {
            profile(settings);
            return 0;
        }
        if (what == What.COST) {
            cost(machine, settings);
            return 0;
        }
        List<Throughput.Run> throughput = new ArrayList<>();
        List<Latency.Run> latency = new ArrayList<>();
        if (what != What.LATENCY) {
            throughput.addAll(new Throughput(settings, Bench::say).measure());
        }
        if (what != What.THROUGHPUT) {
            latency.addAll(new Latency(settings, Bench::say).measure());
        }
        if (!throughput.isEmpty()) {
            System.out.print(Summary.throughput(throughput));
        }
        if (!latency.isEmpty()) {
            System.out.print(Summary.latency(latency));
        }
        write(Summary.json(machine, settings, throughput, latency));
        return 0;
    }

    private int reading() throws IOException {
        if (articles.isEmpty()) {
            System.err.println("reading needs a FOLDER of labelled articles, such as benchmarks/reading/tuning");
            return CommandLine.ExitCode.USAGE;
        }
        ReadingScore score = ReadingQuality.measure(articles.get());
        if (!json.equals(Optional.of(Path.of(STANDARD_OUTPUT)))) {
            System.out.print(score.text());
        }
        write(score.json());
        return CommandLine.ExitCode.OK;
    }

    private void fitReading() throws IOException {
        SignWeights weights = SignWeights.of(articles.orElse(LABELLED_ARTICLES));
        System.out.print(summary("By the rules alone", weights.byRules()));
        System.out.print(summary("With weights of the other nine tenths", weights.crossValidated()));
        Files.write(SIGN_WEIGHTS, weights.table());
    }

    private static String summary(String how, ReadingScore score) {
        return String.format(
                Locale.ROOT,
                "%s: %d of %d incidents found, %d false, F1 %.3f%n",
                how,
                score.found(),
                score.incidents(),
                score.falseIncidents(),
                score.f1());
    }

    private Settings settings() {
        boolean cost = what == What.COST;
        return new Settings(
                reports,
                rounds.orElse(cost ? 1 : 3),
                seconds,
                warmUp,
                rate,
                seed,
                heap,
                Duration.ofSeconds(limit.orElse(cost ? 3_600 : 600)),
                set,
                EnumSet.copyOf(contestants),
                folder);
    }

    private void cost(Machine machine, Settings settings) throws IOException {
        CostReports costReports = new CostReports(reports, warmUpReports, probe, seed);
        List<Cost.Run> runs = new Cost(settings, costReports, EnumSet.copyOf(pasts), Bench::say).measure();
        System.out.print(CostSummary.text(runs));
        write(CostSummary.json(machine, settings, runs));
    }

    private void write(Map<String, Object> result) throws IOException {
        if (json.isEmpty()) {
            return;
        }
        ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        if (json.get().equals(Path.of(STANDARD_OUTPUT))) {
            System.out.println(mapper.writeValueAsString(result));
        } else {
            mapper.writeValue(json.get().toFile(), result);
        }
    }

    private void profile(Settings settings) throws IOException {
        Files.createDirectories(settings.folder());
        Path file =
                recording.isPresent() ? recording.get() : Files.createTempFile(settings.folder(), "tocsin-", ".jfr");
        List<String> options = new ArrayList<>(settings.streamsOptions());
        options.add("-XX:+UnlockDiagnosticVMOptions");
        options.add("-XX:+DebugNonSafepoints");
        options.add("-Xlog:jfr*=off");
        options.add("-XX:FlightRecorderOptions=stackdepth=256");
        options.add("-XX:StartFlightRecording=" + Profile.EVENTS + ",filename=" + file.toAbsolutePath());
        try (Bed bed = Bed.in(settings)) {
            Throughput.Run run = new Throughput(settings, Bench::say).run(bed, Contestant.TOCSIN, 1, options);
            System.out.print(Summary.throughput(List.of(run)));
        }
        System.out.print(Profile.of(file).text(PROFILE_ROWS));
        if (recording.isEmpty()) {
            Files.delete(file);
        }
    }

    /** Of labels. */
    static final class ContestantConverter implements CommandLine.ITypeConverter<Contestant> {
        @Override
        public Contestant convert(String label) {
            return Contestant.of(label);
        }
    }

    private static void say(String progress) {
        System.err.println(progress);
    }
}
