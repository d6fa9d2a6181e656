package io.tocsin.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command, by its arguments alone. */
class BenchTest {

    private static final Path README = Path.of("README.md");
    private static final Pattern COMMAND = Pattern.compile("(?m)^benchmarks/run ([^#\\n]+)");

    @Test
    void theReadmeTellsEveryCommandAndNoOther() throws IOException {
        Set<String> told = new HashSet<>();
        List<String> lines = COMMAND.matcher(Files.readString(README))
                .results()
                .map(found -> found.group(1).strip())
                .toList();
        for (String line : lines) {
            ParseResult parsed = Bench.commandLine().parseArgs(line.split(" ", -1));
            if (parsed.hasSubcommand()) {
                told.add(parsed.subcommand().commandSpec().name());
            }
        }

        assertThat(told).isEqualTo(Bench.commandLine().getSubcommands().keySet());
    }

    @Test
    void refusesAnOptionThatIsNoneOfTheCommand() {
        assertThatThrownBy(() -> Bench.commandLine().parseArgs("calibrate", "--reports", "3"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("--reports");
    }
}
