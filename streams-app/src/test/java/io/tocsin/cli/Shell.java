package io.tocsin.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;

/** Runs commands within this process and keeps what they say. */
final class Shell {

    private Shell() {}

    /** How a command ended, and what it said. */
    record Answer(int exitCode, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    static Answer run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Tocsin.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Answer(exitCode, out.toString(), err.toString());
    }

    /** Runs a command that says more than can be kept: every line of its answer is handed over. */
    static Answer run(Consumer<String> lines, String... arguments) {
        StringWriter err = new StringWriter();
        int exitCode = Tocsin.commandLine()
                .setOut(new PrintWriter(new Lines(lines)))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Answer(exitCode, "", err.toString());
    }

    /** Hands over whole lines. */
    private static final class Lines extends Writer {
        private final Consumer<String> lines;
        private final StringBuilder line = new StringBuilder();

        Lines(Consumer<String> lines) {
            this.lines = lines;
        }

        @Override
        public void write(char[] characters, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                if (characters[i] == '\n') {
                    lines.accept(line.toString());
                    line.setLength(0);
                } else {
                    line.append(characters[i]);
                }
            }
        }

        @Override
        public void flush() {
            // lines are handed over when they end
        }

        @Override
        public void close() {
            // nothing to close
        }
    }
}
