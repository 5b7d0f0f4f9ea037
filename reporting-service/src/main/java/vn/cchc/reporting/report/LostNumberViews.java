package vn.cchc.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.database.JsonColumns;
import vn.cchc.platform.http.Cursor;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.PageLimit;
import vn.cchc.platform.http.Problem;
import vn.cchc.reporting.projection.Authorities;
import vn.cchc.reporting.regime.PeriodKinds;
import vn.cchc.reporting.regime.Regimes;

/** Views of report numbers whose approval is lost. */
@ApplicationScoped
class LostNumberViews {

    private final LostDocumentNumbers numbers;
    private final Authorities authorities;
    private final Regimes regimes;
    private final Clock clock;

    LostNumberViews(LostDocumentNumbers numbers, Authorities authorities, Regimes regimes, Clock clock) {
        this.numbers = numbers;
        this.authorities = authorities;
        this.regimes = regimes;
        this.clock = clock;
    }

    /**
     * A page by authority, book and number.
     *
     * @param authority null for all in scope
     * @param year null for this one
     * @throws Problem 404 when the authority is out of scope
     */
    Page<LostNumber> list(UUID authority, Integer year, AuthorityScope scope, Integer limit, String cursor) {
        int size = PageLimit.of(limit);
        int wanted = year == null ? Year.now(clock).getValue() : year;
        String filters = "lost-numbers " + authority + " " + wanted;
        List<LostDocumentNumbers.Row> found = numbers.page(
                ReportAccess.listed(Optional.ofNullable(authority), scope),
                wanted,
                Cursor.decode(cursor, filters),
                size + 1);
        Map<UUID, String> names = authorities.names(found.stream()
                .map(LostDocumentNumbers.Row::authorityId)
                .distinct()
                .toList());
        PeriodKinds periods = regimes.periods();
        return Page.of(
                found,
                size,
                row -> LostNumber.of(
                        row,
                        JsonColumns.read(row.state(), LostNumber.Told.class),
                        names.getOrDefault(row.authorityId(), ""),
                        periods),
                row -> Cursor.encode(filters, row.authorityId(), row.book(), row.number()));
    }
}
