package io.tocsin.news;

/**
 * Words that sound like an attack and make no report.
 *
 * @param span the words
 */
public record LeftOut(Span span, Reason reason) {

    /** Why. */
    public enum Reason {
        THREAT("a threat, a plan or a warning"),
        DENIED("denied, or a false alarm"),
        HYPOTHETICAL("it might happen; it is not said that it did"),
        PREVENTED("it was prevented"),
        DRILL("a drill or an exercise"),
        METAPHOR("a figure of speech"),
        ACCIDENT("an accident, not an attack"),
        HISTORY("long ago: known by its year only"),
        TOTAL("a total of many attacks"),
        GENERAL("attacks in general, none in particular"),
        VAGUE("neither when nor where is said"),
        UNLIKELY("told less like an attack than like something else"),
        TOO_MANY("the article tells more attacks than are read of one");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        /** The reason for people. */
        public String sentence() {
            return sentence;
        }
    }
}
