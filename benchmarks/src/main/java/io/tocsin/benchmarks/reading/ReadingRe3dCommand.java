package io.tocsin.benchmarks.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code reading-re3d}: places and times that are found in documents where people marked them. */
@Command(
        name = "reading-re3d",
        description = "Places and times that are found in documents where people marked them.",
        mixinStandardHelpOptions = true)
public final class ReadingRe3dCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "FOLDER",
            defaultValue = "../shared/data/re3d",
            description = "The documents. Default: ${DEFAULT-VALUE}.")
    private Path documents;

    @Override
    public Integer call() throws IOException {
        System.out.print(new Re3d().measure(documents).text());
        return 0;
    }
}
