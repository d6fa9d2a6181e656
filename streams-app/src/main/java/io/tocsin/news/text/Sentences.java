package io.tocsin.news.text;

import io.tocsin.news.Span;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Prose.Paragraph;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import opennlp.tools.sentdetect.SentenceDetector;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.sentdetect.ThreadSafeSentenceDetectorME;
import opennlp.tools.tokenize.ThreadSafeTokenizerME;
import opennlp.tools.tokenize.TokenizerModel;

/**
 * Prose into sentences and tokens, by OpenNLP's English models. Where the model ends a sentence after an abbreviation,
 * or before a small letter, the halves are joined again. Thread-safe.
 */
public final class Sentences {

    private static final String SENTENCE_MODEL = "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";
    static final String TOKEN_MODEL = "/opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin";

    /** A longer stretch without an end is no sentence; it is cut where a word ends. */
    private static final int LONGEST = 1_500;

    private static final Set<String> ABBREVIATIONS = Words.of("abbreviations");
    private static final Set<String> AFTER_CLOCKS = Words.of("after-clocks");

    private final SentenceDetector detector;
    private final Tokens tokens;

    private Sentences(SentenceDetector detector, Tokens tokens) {
        this.detector = detector;
        this.tokens = tokens;
    }

    /** With the models of the class path. */
    public static Sentences load() {
        try (InputStream sentences = model(SENTENCE_MODEL);
                InputStream tokens = model(TOKEN_MODEL)) {
            return new Sentences(
                    new ThreadSafeSentenceDetectorME(new SentenceModel(sentences)),
                    new Tokens(new ThreadSafeTokenizerME(new TokenizerModel(tokens))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream model(String name) {
        InputStream model = Sentences.class.getResourceAsStream(name);
        if (model == null) {
            throw new IllegalStateException("the language model " + name + " is not in the class path");
        }
        return model;
    }

    /** The sentences of the prose, in order. */
    public List<Sentence> of(Prose prose) {
        List<Sentence> sentences = new ArrayList<>();
        boolean lead = true;
        for (int number = 0; number < prose.paragraphs().size(); number++) {
            Paragraph paragraph = prose.paragraphs().get(number);
            Span body = paragraph.headline()
                    ? paragraph.span()
                    : Dateline.after(prose.text(), paragraph.span()).orElse(paragraph.span());
            for (Span span : spans(prose.text(), body)) {
                List<Token> told = tokens(prose.text(), span);
                if (!told.isEmpty()) {
                    boolean first = lead && !paragraph.headline();
                    sentences.add(new Sentence(span, told, number, paragraph.headline(), first));
                    lead = lead && paragraph.headline();
                }
            }
        }
        return sentences;
    }

    private List<Span> spans(String text, Span paragraph) {
        List<Span> spans = new ArrayList<>();
        for (Span part : bounded(text, paragraph)) {
            for (opennlp.tools.util.Span found : detector.sentPosDetect(part.in(text))) {
                Span span = new Span(part.from() + found.getStart(), part.from() + found.getEnd());
                int last = spans.size() - 1;
                if (last >= 0 && goesOn(text, spans.get(last), span)) {
                    spans.set(last, spans.get(last).with(span));
                } else {
                    spans.add(span);
                }
            }
        }
        return spans;
    }

    private static boolean goesOn(String text, Span before, Span span) {
        if (before.with(span).until() - before.from() > LONGEST) {
            return false;
        }
        String end = before.in(text);
        String lastWord = end.substring(Math.max(end.lastIndexOf(' '), end.lastIndexOf('(')) + 1);
        char next = text.charAt(span.from());
        boolean time = lastWord.equals("p.m.") || lastWord.equals("a.m.");
        boolean ends = time && Character.isUpperCase(next) && !AFTER_CLOCKS.contains(firstWord(span.in(text)));
        return Character.isLowerCase(next) || (ABBREVIATIONS.contains(lastWord) && !ends);
    }

    private static String firstWord(String sentence) {
        int end = 0;
        while (end < sentence.length() && Character.isLetter(sentence.charAt(end))) {
            end++;
        }
        return sentence.substring(0, end);
    }

    private static List<Span> bounded(String text, Span span) {
        List<Span> parts = new ArrayList<>();
        int from = span.from();
        while (span.until() - from > LONGEST) {
            int end = endWithin(text, from);
            parts.add(new Span(from, end));
            from = end;
        }
        parts.add(new Span(from, span.until()));
        return parts;
    }

    /** The end of a sentence or of a word before the bound. */
    private static int endWithin(String text, int from) {
        int sentence = text.lastIndexOf(". ", from + LONGEST);
        if (sentence > from) {
            return sentence + 2;
        }
        int word = text.lastIndexOf(' ', from + LONGEST);
        boolean halved = Character.isHighSurrogate(text.charAt(from + LONGEST - 1));
        return word > from ? word + 1 : halved ? from + LONGEST - 1 : from + LONGEST;
    }

    private List<Token> tokens(String text, Span sentence) {
        List<Token> parted = new ArrayList<>();
        for (opennlp.tools.util.Span found : tokens.of(sentence.in(text))) {
            parts(text, sentence.from() + found.getStart(), sentence.from() + found.getEnd(), parted);
        }
        return parted;
    }

    /** What the model leaves together and hyphens, dashes and strokes part. */
    private static void parts(String text, int from, int until, List<Token> tokens) {
        int start = from;
        for (int at = from; at <= until; at++) {
            boolean possessive = at > start && at == until - 2 && text.startsWith("'s", at);
            if (at == until || possessive || parts(text, at, from, until)) {
                if (at > start) {
                    tokens.add(Token.of(text.substring(start, at), start));
                }
                start = possessive ? at : at + 1;
            }
        }
    }

    private static boolean parts(String text, int at, int from, int until) {
        char character = text.charAt(at);
        boolean date = character != '\u2013' && character != '\u2014' && isDigit(text, at - 1) && isDigit(text, at + 1);
        boolean joins = character == '-' || character == '/' || character == '\u2013' || character == '\u2014';
        boolean dash = until - from == 1 && character != '/';
        return joins && !date && !(dash && character != '-');
    }

    private static boolean isDigit(String text, int at) {
        return at >= 0 && at < text.length() && Character.isDigit(text.charAt(at));
    }
}
