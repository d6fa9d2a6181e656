package io.tocsin.connectors.publishing;

import io.tocsin.avro.Article;
import io.tocsin.avro.Report;
import io.tocsin.avro.SourceStatus;
import java.util.Optional;

/** One thing that a source said, or that is said about it. */
public sealed interface Publication {

    /** A report that can be constructed; whether it makes sense is for the application to judge. */
    record ReportRead(Report report, Original original) implements Publication {}

    /** A news text. */
    record ArticleRead(Article article, Original original) implements Publication {}

    /**
     * Something that can be neither.
     *
     * @param reason why, from a closed set, in kebab-case
     * @param field the field that is to blame, if one is
     * @param message why, for people
     */
    record Unusable(Original original, String reason, Optional<String> field, String message) implements Publication {}

    /** How the source is doing. */
    record StatusKnown(SourceStatus status) implements Publication {}
}
