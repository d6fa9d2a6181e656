package io.tocsin.connectors.ucdp;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.avro.Report;
import io.tocsin.avro.ReportStatus;
import io.tocsin.connectors.mapping.CsvMapping;
import io.tocsin.connectors.mapping.CsvMappings;
import io.tocsin.connectors.mapping.MappedRow;
import io.tocsin.connectors.mapping.MappedRow.Mapped;
import io.tocsin.connectors.mapping.MappedRow.Refused;
import io.tocsin.connectors.mapping.RowMapper;
import io.tocsin.connectors.publishing.Original;
import io.tocsin.connectors.publishing.Publication;
import io.tocsin.connectors.publishing.Publication.ReportRead;
import io.tocsin.connectors.publishing.Publication.Unusable;
import io.tocsin.connectors.publishing.RecordMaker;
import io.tocsin.connectors.web.SourceFault;
import io.tocsin.connectors.web.SourceFault.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows as reports, by the mapping that reads UCDP's tables too. What it makes depends on the row and its release alone. */
final class UcdpReports {

    private static final String MAPPING = "ucdp-ged";
    private static final int MOST_ORIGINS = 100;

    private final double reliability;
    private final List<String> columns;
    private final CsvMapping mapping;
    private final RowMapper mapper;

    UcdpReports(double reliability) {
        this.reliability = reliability;
        this.mapping = CsvMappings.shipped(MAPPING);
        this.columns = mapping.columns().stream().sorted().toList();
        this.mapper = mapping.under(columns);
    }

    /** Columns that no row has are a change of the schema, not of a row. */
    void requireColumns(Version version, List<JsonNode> rows) throws SourceFault {
        List<String> missing = mapping.requiredColumns().stream()
                .filter(column -> rows.stream().noneMatch(row -> row.has(column)))
                .sorted()
                .toList();
        if (!rows.isEmpty() && !missing.isEmpty()) {
            throw new SourceFault(
                    Kind.CHANGED_SCHEMA, "the events of " + version + " have no columns " + missing + " any more");
        }
    }

    /** What a row says in a release. */
    Publication report(JsonNode row, Original original, Version version) {
        MappedRow mapped = mapper.map(cells(row), original.line());
        if (mapped instanceof Refused refused) {
            return new Unusable(original, RecordMaker.INVALID_FIELD, Optional.of(refused.field()), refused.message());
        }
        Report report = ((Mapped) mapped).report();
        report.setRevision(version.revision());
        report.getSource().setReliability(reliability);
        if (report.getOrigins().isEmpty()) {
            List<String> origins = SourceArticles.offices(cell(row, "source_article"));
            report.setOrigins(new ArrayList<>(origins.subList(0, Math.min(origins.size(), MOST_ORIGINS))));
        }
        return new ReportRead(report, original);
    }

    /** That what a row of an earlier release says holds no longer. */
    Optional<Publication> retraction(JsonNode row, Original original, int revision) {
        if (!(mapper.map(cells(row), original.line()) instanceof Mapped mapped)) {
            return Optional.empty();
        }
        Report report = mapped.report();
        report.setRevision(revision);
        report.getSource().setReliability(reliability);
        report.setStatus(ReportStatus.RETRACTED);
        return Optional.of(new ReportRead(report, original));
    }

    /** Under which country a row is reported; empty where it is not known. */
    String country(JsonNode row) {
        return mapper.map(cells(row), 1) instanceof Mapped mapped
                        && mapped.report().getPlace().getCountry() != null
                ? mapped.report().getPlace().getCountry()
                : "";
    }

    static String id(JsonNode row) {
        return cell(row, "id");
    }

    static Original original(JsonNode row, String feed, Version version, long page, int index) {
        return new Original(
                row.toString().getBytes(StandardCharsets.UTF_8),
                feed + ", version " + version + ", page " + page,
                index + 1L);
    }

    private List<String> cells(JsonNode row) {
        return columns.stream().map(column -> cell(row, column)).toList();
    }

    private static String cell(JsonNode row, String column) {
        JsonNode cell = row.path(column);
        return cell.isValueNode() && !cell.isNull() ? cell.asText() : "";
    }
}
