package vn.cchc.feedback.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.cchc.feedback.authority.KnownAuthorities;
import vn.cchc.feedback.authority.KnownAuthority;
import vn.cchc.feedback.handling.RegisterRow;
import vn.cchc.feedback.handling.RegisterRows;
import vn.cchc.feedback.handling.Sight;
import vn.cchc.platform.http.Cursor;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.Problem;

/** Views of the register (sổ theo dõi), including numbers lost in a restore. Lists and documents are made of the same entries. */
@ApplicationScoped
@Transactional
class RegisterViews {

    /** Rows that are read at once for a document. */
    private static final int AT_ONCE = 500;

    private final RegisterRows rows;
    private final LostEntries lost;
    private final KnownAuthorities authorities;
    private final Clock clock;

    RegisterViews(RegisterRows rows, LostEntries lost, KnownAuthorities authorities, Clock clock) {
        this.rows = rows;
        this.lost = lost;
        this.authorities = authorities;
        this.clock = clock;
    }

    /** Where a page begins: behind that number of that year. */
    private record Place(int year, int number) {

        static Place beginOf(RegisterSpan span) {
            return new Place(span.firstYear(), 0);
        }

        static Place behind(RegisterEntry entry) {
            return new Place(entry.year(), entry.number());
        }
    }

    /**
     * A page by number.
     *
     * @throws Problem 422 for parameters that do not go together
     */
    Page<RegisterEntry> list(RegisterFilters filters, Sight sight, Integer limit, String cursor) {
        RegisterSpan span = RegisterSpan.of(filters, LocalDate.now(clock));
        return span.isWholeYear()
                ? list(
                        span,
                        sight,
                        limit,
                        cursor,
                        " " + span.firstYear(),
                        last -> new Place(span.firstYear(), last.number(0)),
                        entry -> List.of(entry.number()))
                : list(
                        span,
                        sight,
                        limit,
                        cursor,
                        " " + span.days(),
                        last -> new Place(last.number(1), last.number(0)),
                        entry -> List.of(entry.number(), entry.year()));
    }

    private Page<RegisterEntry> list(
            RegisterSpan span,
            Sight sight,
            Integer limit,
            String cursor,
            String part,
            Function<Cursor, Place> behind,
            Function<RegisterEntry, List<?>> key) {
        Optional<KnownAuthority> names = names(sight.authorityId(), span);
        return Page.read(
                limit,
                cursor,
                "register " + sight.authorityId() + part
                        + span.asOf().map(day -> " as of " + day).orElse(""),
                (after, atMost) -> entries(sight, span, names, after.map(behind).orElse(Place.beginOf(span)), atMost),
                key);
    }

    /** All entries, page by page, so that no more than a page is in memory. Call it in a transaction that reads one snapshot. */
    void each(RegisterSpan span, Sight sight, Consumer<RegisterEntry> to) {
        Optional<KnownAuthority> names = names(sight.authorityId(), span);
        Place place = Place.beginOf(span);
        List<RegisterEntry> read;
        do {
            read = entries(sight, span, names, place, AT_ONCE);
            read.forEach(to);
            rows.forget();
            if (!read.isEmpty()) {
                place = Place.behind(read.get(read.size() - 1));
            }
        } while (read.size() == AT_ONCE);
    }

    /** The authority with the names of that time. */
    Optional<KnownAuthority> names(UUID authorityId, RegisterSpan span) {
        return span.asOfEnd()
                .map(end -> authorities.findAsOf(authorityId, end))
                .orElseGet(() -> authorities.find(authorityId));
    }

    static Optional<String> unitName(Optional<KnownAuthority> authority, UUID unitId) {
        return Optional.ofNullable(unitId).flatMap(unit -> authority.flatMap(known -> known.unitName(unit)));
    }

    private List<RegisterEntry> entries(
            Sight sight, RegisterSpan span, Optional<KnownAuthority> names, Place behind, int most) {
        List<RegisterEntry> entries = new ArrayList<>();
        for (int year = behind.year(); year <= span.lastYear() && entries.size() < most; year++) {
            int last = year == behind.year() ? behind.number() : 0;
            entries.addAll(ofYear(sight, span, names, new Place(year, last), most - entries.size()));
        }
        return entries;
    }

    private List<RegisterEntry> ofYear(
            Sight sight, RegisterSpan span, Optional<KnownAuthority> names, Place behind, int most) {
        RegisterRows.Part part = new RegisterRows.Part(
                sight.authorityId(),
                behind.year(),
                behind.number(),
                span.enteredFrom(),
                span.enteredBefore(),
                span.asOfEnd());
        Stream<RegisterEntry> entered = rows.read(part, most).stream().map(row -> entry(row, sight, names));
        Stream<RegisterEntry> missing =
                lost.of(span, sight.authorityId(), behind.year(), behind.number(), most, names).stream();
        return Stream.concat(entered, missing)
                .sorted(Comparator.comparing(RegisterEntry::number))
                .limit(most)
                .toList();
    }

    /** Whether the sender is shown follows the unit that handles it now, whatever day the register is of. */
    private static RegisterEntry entry(RegisterRow row, Sight sight, Optional<KnownAuthority> names) {
        Standing standing = Standing.of(row);
        return RegisterEntry.of(
                row,
                standing,
                sight.identifiesSender(row.one().feedback().unitId()),
                unitName(names, standing.unitId()));
    }
}
