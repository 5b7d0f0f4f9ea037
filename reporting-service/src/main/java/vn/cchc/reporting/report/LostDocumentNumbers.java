package vn.cchc.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.cchc.platform.access.Reached;
import vn.cchc.platform.database.PlainQueries;
import vn.cchc.platform.event.LossHandler;
import vn.cchc.platform.event.LostChange;
import vn.cchc.platform.numbering.GaplessNumbers;
import vn.cchc.reporting.regime.KnownRegimes;
import vn.cchc.reporting.regime.Regimes;
import vn.cchc.reporting.regime.ReportingRegime;

/** Document numbers approved in an epoch that has been lost: they are not reused. */
@ApplicationScoped
class LostDocumentNumbers implements LossHandler {

    private static final String PAGE = """
            SELECT authority_id, year, book, number, aggregate_id, state FROM lost_number
            WHERE (%s) AND year = ? AND (authority_id, book, number) > (?, ?, ?)
            ORDER BY authority_id, book, number FETCH FIRST ? ROWS ONLY""";

    private static final String OF_AUTHORITY = "authority_id = ?";

    /** Rows are few and have no path column: each authority is looked up. */
    private static final String BENEATH =
            "EXISTS (SELECT FROM authority_tree t WHERE t.id = lost_number.authority_id AND ? = ANY (t.path))";

    private final ReportRepository reports;
    private final Regimes regimes;
    private final GaplessNumbers numbers;
    private final PlainQueries queries;

    LostDocumentNumbers(ReportRepository reports, Regimes regimes, GaplessNumbers numbers, PlainQueries queries) {
        this.queries = queries;
        this.reports = reports;
        this.regimes = regimes;
        this.numbers = numbers;
    }

    /** The part of the event that is read; events of earlier versions lack the year of the number. */
    record Numbered(Integer number, Integer numberYear, LocalDate approvedOn, LocalDate dueOn, String regime) {

        int yearOfNumber() {
            return numberYear == null ? approvedOn.getYear() : numberYear;
        }
    }

    /**
     * A lost number.
     *
     * @param state last published state of the report, as JSON
     */
    record Row(UUID authorityId, int year, String book, int number, UUID reportId, String state) {}

    /** The last row of the page before. */
    record After(UUID authorityId, String book, int number) {

        static final After BEGINNING = new After(new UUID(0, 0), "", 0);
    }

    /** A page by authority, book and number. */
    List<Row> page(List<Reached> parts, int year, After after, int limit) {
        List<Object> parameters =
                new ArrayList<>(parts.stream().map(Reached::authority).toList());
        parameters.addAll(List.of(year, after.authorityId(), after.book(), after.number(), limit));
        return queries.list(
                PAGE.formatted(
                        parts.stream().map(LostDocumentNumbers::condition).collect(Collectors.joining(" OR "))),
                parameters,
                row -> new Row(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getObject(5, UUID.class),
                        row.getString(6)));
    }

    /** Of authorities beneath only reports that had been sent; the caller has never seen others. */
    private static String condition(Reached part) {
        String reached = part.depth() == 0 ? OF_AUTHORITY : BENEATH;
        return part.own() ? reached : "(" + reached + " AND state ->> 'firstSentOn' IS NOT NULL)";
    }

    @Override
    public void lost(List<LostChange> lost) {
        List<LostChange> ofReports = lost.stream()
                .filter(change -> change.kind().equals(ReportEvent.KIND))
                .toList();
        Map<UUID, Report> kept = reports
                .list("id in ?1", ofReports.stream().map(LostChange::id).toList())
                .stream()
                .collect(Collectors.toMap(Report::id, Function.identity()));
        KnownRegimes known = regimes.known();
        Map<String, List<GaplessNumbers.Given>> byBook = new HashMap<>();
        for (LostChange change : ofReports) {
            Numbered told = change.state(Numbered.class);
            Optional<Integer> here = Optional.ofNullable(kept.get(change.id())).flatMap(Report::number);
            if (told.number() != null && !here.equals(Optional.of(told.number()))) {
                known.find(told.regime(), told.dueOn())
                        .flatMap(ReportingRegime::form)
                        .ifPresent(form -> byBook.computeIfAbsent(form.documentSymbol(), book -> new ArrayList<>())
                                .add(new GaplessNumbers.Given(
                                        change.authorityId(),
                                        told.yearOfNumber(),
                                        told.number(),
                                        change.id(),
                                        change.stateJson(),
                                        change.epoch())));
            }
        }
        byBook.forEach(numbers::lose);
    }
}
