package io.tocsin.connectors.survival;

/** What became of a source in trouble, in a word: what a cell of the table says. */
public record Verdict(String word) {

    /** It published all there is, each once, whichever way the trouble came. */
    static Verdict survived(int published, int ways) {
        return new Verdict(published + " of " + published + (ways > 1 ? " × " + ways : ""));
    }

    /** It told what it had to. */
    public static Verdict told(int records) {
        return survived(records, 1);
    }

    /** The trouble cannot come to this source, for this reason. */
    public static Verdict doesNotApply(String reason) {
        return new Verdict("– (" + reason + ")");
    }
}
