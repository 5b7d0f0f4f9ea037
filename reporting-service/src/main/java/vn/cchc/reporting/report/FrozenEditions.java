package vn.cchc.reporting.report;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import vn.cchc.platform.database.JsonColumns;
import vn.cchc.platform.database.PlainQueries;
import vn.cchc.platform.files.FileContent;
import vn.cchc.platform.files.FilePlace;
import vn.cchc.reporting.figures.Figure;
import vn.cchc.reporting.figures.Source;
import vn.cchc.reporting.narrative.FigureTexts;

/**
 * Approved contents: text, figures with their sources, and the document byte for byte. Insert-only; enforced by the
 * database too.
 */
@ApplicationScoped
class FrozenEditions {

    private static final FilePlace PDF = FilePlace.of("report_edition", "pdf", "report_id", "edition");

    private final EntityManager entities;
    private final PlainQueries queries;

    FrozenEditions(EntityManager entities, PlainQueries queries) {
        this.entities = entities;
        this.queries = queries;
    }

    /** The document in HTML and PDF. */
    @SuppressWarnings("ArrayRecordComponent") // file contents; never compared
    record Document(String html, byte[] pdf, String pdfSha256) {}

    /**
     * Who approved an edition, and when.
     *
     * @param countedFrom lower bound for the days of feedback events counted
     * @param incompleteness empty if the sources of the figures were complete
     */
    record Approval(
            int edition,
            OffsetDateTime at,
            LocalDate on,
            String by,
            LocalDate countedFrom,
            Optional<Incompleteness> incompleteness) {}

    /** Metadata of an approved edition and its changes against the previous one. */
    record Edition(
            int number,
            LocalDate approvedOn,
            String pdfSha256,
            List<String> changedSections,
            List<Change> changedFigures,
            Optional<Incompleteness> incompleteness) {}

    /** A figure that differs between two editions, as printed. */
    record Change(String code, String before, String after) {}

    private record Changes(List<String> sections, List<Change> figures) {}

    /**
     * A figure as it was named, and counted, when its edition was approved.
     *
     * @param sources their number
     */
    record FrozenFigure(
            String code,
            String label,
            String unit,
            Optional<BigDecimal> value,
            Optional<Long> numerator,
            Optional<Long> denominator,
            long sources) {

        /** As printed. */
        String display() {
            return FigureTexts.value(value, unit);
        }
    }

    void add(
            UUID reportId,
            Approval approval,
            Document document,
            String title,
            Map<String, String> sections,
            List<Figure> figures) {
        Changes changes = approval.edition() == 1
                ? new Changes(List.of(), List.of())
                : changes(reportId, approval.edition() - 1, sections, figures);
        entities.unwrap(Session.class).doWork(connection -> {
            insertEdition(connection, reportId, approval, document, title, sections, changes);
            insertFigures(connection, reportId, approval.edition(), figures);
            insertSources(connection, reportId, approval.edition(), figures);
        });
    }

    private Changes changes(UUID reportId, int before, Map<String, String> sections, List<Figure> figures) {
        Map<String, String> oldSections = sections(reportId, before);
        List<String> changedSections = sections.keySet().stream()
                .filter(code -> !Objects.equals(oldSections.get(code), sections.get(code)))
                .toList();
        Map<String, String> oldFigures = new HashMap<>();
        figures(reportId, before).forEach(frozen -> oldFigures.put(frozen.code(), frozen.display()));
        List<Change> changedFigures = new ArrayList<>();
        Set<String> remaining = new HashSet<>(oldFigures.keySet());
        for (Figure figure : figures) {
            remaining.remove(figure.code());
            String old = oldFigures.get(figure.code());
            String now = FigureTexts.value(figure);
            if (!now.equals(old)) {
                changedFigures.add(new Change(figure.code(), old, now));
            }
        }
        remaining.stream().sorted().forEach(code -> changedFigures.add(new Change(code, oldFigures.get(code), null)));
        return new Changes(changedSections, changedFigures);
    }

    private void insertEdition(
            Connection connection,
            UUID reportId,
            Approval approval,
            Document document,
            String title,
            Map<String, String> sections,
            Changes changes)
            throws SQLException {
        try (PreparedStatement row = connection.prepareStatement("""
                INSERT INTO report_edition (report_id, edition, approved_at, approved_on, approved_by, title, sections,
                                            changes, html, pdf, pdf_sha256, counted_from, incomplete_reason,
                                            incomplete_sources)
                VALUES (?, ?, ?, ?, ?, ?, CAST(? AS jsonb), CAST(? AS jsonb), ?, ?, ?, ?, ?, CAST(? AS jsonb))""")) {
            row.setObject(1, reportId);
            row.setInt(2, approval.edition());
            row.setObject(3, approval.at());
            row.setObject(4, approval.on());
            row.setString(5, approval.by());
            row.setString(6, title);
            row.setString(7, JsonColumns.write(sections));
            row.setString(8, JsonColumns.write(changes));
            row.setString(9, document.html());
            row.setBytes(10, document.pdf());
            row.setString(11, document.pdfSha256());
            row.setObject(12, approval.countedFrom());
            row.setString(
                    13, approval.incompleteness().map(Incompleteness::reason).orElse(null));
            row.setString(
                    14,
                    approval.incompleteness()
                            .map(lacking -> JsonColumns.write(lacking.missing()))
                            .orElse(null));
            row.executeUpdate();
        }
    }

    private static void insertFigures(Connection connection, UUID reportId, int edition, List<Figure> figures)
            throws SQLException {
        try (PreparedStatement row = connection.prepareStatement("""
                INSERT INTO report_figure (report_id, edition, position, code, label, unit, value, numerator, denominator,
                                           sources)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            int position = 0;
            for (Figure figure : figures) {
                position++;
                row.setObject(1, reportId);
                row.setInt(2, edition);
                row.setInt(3, position);
                row.setString(4, figure.code());
                row.setString(5, FigureTexts.label(figure));
                row.setString(6, FigureTexts.unit(figure));
                row.setObject(7, figure.value().orElse(null), Types.NUMERIC);
                row.setObject(8, figure.numerator().orElse(null), Types.BIGINT);
                row.setObject(9, figure.denominator().orElse(null), Types.BIGINT);
                row.setLong(10, figure.sources().size());
                row.addBatch();
            }
            row.executeBatch();
        }
    }

    private static void insertSources(Connection connection, UUID reportId, int edition, List<Figure> figures)
            throws SQLException {
        try (PreparedStatement row = connection.prepareStatement("""
                INSERT INTO report_figure_source (report_id, edition, code, position, kind, source_id, source_version)
                VALUES (?, ?, ?, ?, ?, ?, ?)""")) {
            for (Figure figure : figures) {
                int position = 0;
                for (Source source : figure.sources()) {
                    position++;
                    row.setObject(1, reportId);
                    row.setInt(2, edition);
                    row.setString(3, figure.code());
                    row.setInt(4, position);
                    row.setString(5, source.kind().name());
                    row.setObject(6, source.id());
                    row.setLong(7, source.version());
                    row.addBatch();
                }
            }
            row.executeBatch();
        }
    }

    /** Approved section texts by section code. */
    Map<String, String> sections(UUID reportId, int edition) {
        return queries.list(
                        "SELECT sections FROM report_edition WHERE report_id = ? AND edition = ?",
                        List.of(reportId, edition),
                        row -> JsonColumns.read(row.getString(1), new TypeReference<Map<String, String>>() {}))
                .get(0);
    }

    /** All editions, oldest first. */
    List<Edition> editions(UUID reportId) {
        return queries.list("""
                SELECT edition, approved_on, pdf_sha256, changes, incomplete_reason, incomplete_sources FROM report_edition
                WHERE report_id = ? ORDER BY edition""", List.of(reportId), row -> {
            Changes changes = JsonColumns.read(row.getString(4), new TypeReference<Changes>() {});
            return new Edition(
                    row.getInt(1),
                    row.getObject(2, LocalDate.class),
                    row.getString(3),
                    changes.sections(),
                    changes.figures(),
                    incompleteness(row.getString(5), row.getString(6)));
        });
    }

    private Optional<Incompleteness> incompleteness(String reason, String missing) {
        return reason == null
                ? Optional.empty()
                : Optional.of(new Incompleteness(
                        reason, JsonColumns.read(missing, new TypeReference<List<MissingSource>>() {})));
    }

    /**
     * The PDF of an edition.
     *
     * @param sha256 of the PDF
     */
    record Pdf(FileContent content, String sha256, Instant approvedAt) {}

    /** The length is stored in the row; the content is not read for it. */
    Pdf pdf(UUID reportId, int edition) {
        return queries.list(
                        """
                        SELECT octet_length(pdf), pdf_sha256, approved_at FROM report_edition
                        WHERE report_id = ? AND edition = ?""",
                        List.of(reportId, edition),
                        row -> new Pdf(
                                new FileContent.Stored(PDF, List.of(reportId, edition), row.getLong(1)),
                                row.getString(2),
                                row.getObject(3, OffsetDateTime.class).toInstant()))
                .get(0);
    }

    String html(UUID reportId, int edition) {
        return queries.list(
                        "SELECT html FROM report_edition WHERE report_id = ? AND edition = ?",
                        List.of(reportId, edition),
                        row -> row.getString(1))
                .get(0);
    }

    List<FrozenFigure> figures(UUID reportId, int edition) {
        return queries.list(
                """
                SELECT code, label, unit, value, numerator, denominator, sources FROM report_figure
                WHERE report_id = ? AND edition = ? ORDER BY position""",
                List.of(reportId, edition),
                row -> new FrozenFigure(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        Optional.ofNullable(row.getObject(4, BigDecimal.class)),
                        Optional.ofNullable(row.getObject(5, Long.class)),
                        Optional.ofNullable(row.getObject(6, Long.class)),
                        row.getLong(7)));
    }

    /** A source of a frozen figure with its place among them, from 1. */
    record PlacedSource(int position, Source source) {}

    /**
     * Sources of a figure, in the order of freezing.
     *
     * @param after the place of the last one shown; 0 for the beginning
     */
    List<PlacedSource> sources(UUID reportId, int edition, String code, int after, int limit) {
        return queries.list(
                """
                SELECT position, kind, source_id, source_version
                FROM report_figure_source WHERE report_id = ? AND edition = ? AND code = ? AND position > ?
                ORDER BY position LIMIT ?""",
                List.of(reportId, edition, code, after, limit),
                row -> new PlacedSource(
                        row.getInt(1),
                        new Source(
                                Source.Kind.valueOf(row.getString(2)), row.getObject(3, UUID.class), row.getLong(4))));
    }
}
