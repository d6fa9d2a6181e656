package io.tocsin.cli;

import io.tocsin.app.Configuration;
import io.tocsin.cli.reading.Given;
import io.tocsin.cli.reading.MadeReading;
import io.tocsin.cli.reading.PublicationDate;
import io.tocsin.cli.reading.ReadingJson;
import io.tocsin.cli.reading.ReadingText;
import io.tocsin.cli.terminal.Console;
import io.tocsin.cli.terminal.ExitCode;
import io.tocsin.news.Article;
import io.tocsin.news.ArticleReader;
import io.tocsin.places.gazetteer.Gazetteer;
import io.tocsin.places.placing.GazetteerPlacing;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin read}: what the application reads in an article, and from which words. */
@Command(
        name = "read",
        description =
                "Show what is read in an article: the text with each mention of an attack marked, the reports that it"
                        + " makes, and what was left out and why. Ends with 1 where nothing could be read in it.")
final class ReadCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE|URL|-",
            description =
                    "A plain text, whose first line is the title; a page (.html) or the address of one, whose main text"
                            + " is taken; or - for the standard input. At most 4 MiB.")
    private String what;

    @Option(
            names = "--published",
            paramLabel = "DATE",
            description =
                    "When it was published: a date, or a time with its offset. By default what the page says; else what"
                            + " an articles.json in the folder of the file says; else today.")
    private String published;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "Who published it. By default what an articles.json says, or the host of the page.")
    private String source;

    @Option(names = "--allow-private", description = "Let the address lie in your own network.")
    private boolean allowPrivate;

    @Option(names = "--config", paramLabel = "FILE", description = "Properties; places.sites is used.")
    private Path config;

    @ArgGroup
    private Form form = new Form();

    /** What is printed. */
    private static final class Form {
        @Option(names = "--json", description = "One JSON object: reports, claims, leftOut, notices, unread.")
        private boolean json;

        @Option(
                names = "--explain",
                description = "Show every field with the stretch of the text that it was taken from.")
        private boolean explain;
    }

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        Given given = new Given(
                Optional.ofNullable(published).map(this::instant),
                Optional.ofNullable(source).map(this::name),
                allowPrivate,
                line -> console.say(Console.plain(line)));
        Article article = given.read(what, System.in, Clock.systemUTC());
        Configuration configuration = Configuration.read(Optional.ofNullable(config), System.getenv());
        Gazetteer gazetteer = Gazetteer.load(configuration.sites());
        ArticleReader reader = ArticleReader.with(gazetteer, new GazetteerPlacing(gazetteer));
        MadeReading made = MadeReading.of(article, reader::read);
        if (form.json) {
            console.print(ReadingJson.line(made));
        } else {
            new ReadingText(console, form.explain).print(made);
        }
        return made.reading().unread().isPresent() ? ExitCode.NO : ExitCode.FINE;
    }

    private Instant instant(String text) {
        return PublicationDate.parse(text)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--published \"" + text + "\" is not " + PublicationDate.FORMS));
    }

    private String name(String text) {
        if (text.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--source is blank; name who published it");
        }
        return text;
    }
}
