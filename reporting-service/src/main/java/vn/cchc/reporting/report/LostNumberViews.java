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
import vn.cchc.platform.http.Page;
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
        int wanted = year == null ? Year.now(clock).getValue() : year;
        Page<LostDocumentNumbers.Row> page = Page.read(
                limit,
                cursor,
                "lost-numbers " + authority + " " + wanted,
                (after, atMost) -> numbers.page(
                        ReportAccess.listed(Optional.ofNullable(authority), scope),
                        wanted,
                        after.map(last -> new LostDocumentNumbers.After(last.uuid(0), last.string(1), last.number(2)))
                                .orElse(LostDocumentNumbers.After.BEGINNING),
                        atMost),
                row -> List.of(row.authorityId(), row.book(), row.number()));
        Map<UUID, String> names = authorities.names(page.items().stream()
                .map(LostDocumentNumbers.Row::authorityId)
                .distinct()
                .toList());
        PeriodKinds periods = regimes.periods();
        return page.map(row -> LostNumber.of(
                row,
                JsonColumns.read(row.state(), LostNumber.Told.class),
                names.getOrDefault(row.authorityId(), ""),
                periods));
    }
}
