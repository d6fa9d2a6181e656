package io.tocsin.news;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.incident.Estimate;
import io.tocsin.incident.Evidence;
import io.tocsin.incident.Report;
import io.tocsin.places.Place;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;

/** Tells whether two texts, or two reports, say the same. SHA-256 over their fields, each with its length before it. */
final class Digest {

    /** Of the hexadecimal digits of a digest that is kept; 128 bits tell apart all articles there will be. */
    private static final int KEPT = 32;

    private final MessageDigest sha;

    private Digest() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** All of the text's digest, 64 hexadecimal digits. */
    static String hex(String text) {
        Digest digest = new Digest();
        digest.sha.update(text.getBytes(UTF_8));
        return HexFormat.of().formatHex(digest.sha.digest());
    }

    /** What is read of an article: its words and the day from which they count days, not who listed or fetched it. */
    static String of(Article article) {
        return new Digest()
                .with(article.title())
                .with(article.text())
                .with(article.language())
                .with(article.publishedAt())
                .kept();
    }

    /** What a report says, whatever its id, revision and source, and whenever it was published. */
    static String of(Report report) {
        return new Digest()
                .with(report.origins())
                .with(report.occurrence())
                .with(report.category())
                .with(report.place())
                .with(report.target().map(target -> target.kind().name()))
                .with(report.target().flatMap(target -> target.name()))
                .with(report.target().flatMap(target -> target.affiliation()))
                .with(report.perpetrator().map(each -> each.attribution().name()))
                .with(report.perpetrator().map(each -> each.name()))
                .with(report.casualties().killed())
                .with(report.casualties().injured())
                .with(report.quantity())
                .with(report.summary())
                .with(report.evidence().flatMap(Evidence::quote))
                .with(report.evidence().flatMap(Evidence::url))
                .with(report.tags())
                .with(report.attributes().keySet())
                .with(report.attributes().values())
                .kept();
    }

    private String kept() {
        return HexFormat.of().formatHex(sha.digest()).substring(0, KEPT);
    }

    private Digest with(Place place) {
        return with(place.country())
                .with(place.province())
                .with(place.district())
                .with(place.site())
                .with(place.coordinates().map(Object::toString))
                .with(place.precision());
    }

    private Digest with(Estimate estimate) {
        return with(estimate.low()).with(estimate.best()).with(estimate.high());
    }

    private Digest with(OptionalInt number) {
        return with(number.isPresent() ? Optional.of(Integer.toString(number.getAsInt())) : Optional.empty());
    }

    private Digest with(Collection<String> texts) {
        with(Integer.toString(texts.size()));
        texts.forEach(this::with);
        return this;
    }

    private Digest with(Optional<String> text) {
        return text.map(present -> with("+").with(present)).orElseGet(() -> with("-"));
    }

    /** What prints as all that it is. */
    private Digest with(Object value) {
        byte[] bytes = value.toString().getBytes(UTF_8);
        sha.update((bytes.length + ":").getBytes(UTF_8));
        sha.update(bytes);
        return this;
    }
}
