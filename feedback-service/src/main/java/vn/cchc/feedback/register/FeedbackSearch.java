package vn.cchc.feedback.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cchc.feedback.TrackingCode;
import vn.cchc.feedback.handling.Sight;
import vn.cchc.feedback.limit.HandlingLimit;
import vn.cchc.platform.database.PlainQueries;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.text.VietnameseText;
import vn.cchc.platform.time.VietnamTime;

/** Lists of feedback, newest arrival first. Keyset pagination: the cost of a page does not depend on its position. */
@ApplicationScoped
@Transactional
class FeedbackSearch {

    private static final String DUE_AT = HandlingLimit.dueAtSql("f.due_at", "f.due_on");

    private static final String ROWS = """
            SELECT f.id, f.register_number, f.register_year, f.channel, f.kind, f.classification, f.urgency, f.state,
                   f.received_at, f.due_on, f.due_calendar, f.due_provisional, f.due_moved_from, f.paused_since, f.unit_id,
                   f.person, %s AS due_at, f.answered_at, f.excerpt
            FROM feedback f""".formatted(DUE_AT);

    private static final String OVERDUE =
            "(f.ended_on IS NULL AND " + HandlingLimit.overdueSql(DUE_AT, "f.paused_since", "?") + ")";

    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,7})(?:/([0-9]{4}))?");
    private static final String CONTAINS = "f.content_folded LIKE ? ESCAPE '\\'";
    private static final int SHORTEST = 2;
    static final int LONGEST = 100;

    /** Matches no unit: an officer without a unit sees nothing. */
    private static final UUID NO_UNIT = new UUID(0, 0);

    private final PlainQueries queries;

    FeedbackSearch(PlainQueries queries) {
        this.queries = queries;
    }

    /** Cursor: the last row shown. */
    record After(Instant receivedAt, UUID id) {}

    List<ListRow> list(Sight sight, ListFilters filters, OffsetDateTime now, Optional<After> after, int rows) {
        Query query = new Query(sight, after);
        query.and("f.state = ?", filters.state());
        query.and("f.channel = ?", filters.channel());
        query.and("f.classification = ?", filters.classification());
        query.and("f.unit_id = ?", filters.unit());
        query.and("f.ended_on IS NULL AND f.due_on < ?", filters.dueBefore());
        if (filters.overdue() != null) {
            query.and((filters.overdue() ? "" : "NOT ") + OVERDUE, now);
            // Implied by the due moment, but the index of open cases is by day.
            query.and(
                    "f.due_on <= ?", filters.overdue() ? VietnamTime.local(now).toLocalDate() : null);
        }
        // Must match the predicates of the five partial indexes literally.
        query.either("f.due_moved_from IS NOT NULL", "f.due_moved_from IS NULL", filters.moved());
        query.either("f.due_provisional", "NOT f.due_provisional", filters.provisional());
        query.either(
                "f.extension_requested IS NOT NULL", "f.extension_requested IS NULL", filters.extensionRequested());
        query.either("f.reply_awaited_since IS NOT NULL", "f.reply_awaited_since IS NULL", filters.awaitingReply());
        query.either(
                "f.release_awaited_since IS NOT NULL", "f.release_awaited_since IS NULL", filters.releaseAwaited());
        query.and("f.received_at >= ?", startOf(filters.receivedFrom()));
        query.and(
                "f.received_at < ?",
                filters.receivedTo() == null
                        ? null
                        : startOf(filters.receivedTo().plusDays(1)));
        if (filters.q() != null && filters.q().length() > LONGEST) {
            throw malformedSearch();
        }
        if (filters.q() != null && !VietnameseText.isInvisible(filters.q())) {
            search(query, VietnameseText.strip(filters.q()));
        }
        return query.rows(rows);
    }

    /** Feedback whose sender matches the patterns; see {@link SearchFeedback#patterns}. */
    List<ListRow> listBySender(Sight sight, List<SenderPattern> patterns, Optional<After> after, int rows) {
        Query query = new Query(sight, after);
        patterns.forEach(wanted -> query.and(
                "EXISTS (SELECT FROM feedback_sender s WHERE s.feedback_id = f.id AND s.authority_id = f.authority_id"
                        + " AND s.folded LIKE ? ESCAPE '\\' AND "
                        + wanted.part().sql() + " LIKE ? ESCAPE '\\')",
                List.of(wanted.pattern(), wanted.pattern())));
        return query.rows(rows);
    }

    /** A number is searched in the register and the contents; a tracking code only as such. */
    private static void search(Query query, String q) {
        Optional<TrackingCode> code = TrackingCode.parse(q);
        if (code.isPresent()) {
            query.and("f.tracking_code = ?", code.get().digits());
            return;
        }
        String folded = VietnameseText.fold(q);
        Matcher number = NUMBER.matcher(folded);
        boolean isSearchable = folded.length() >= SHORTEST;
        if (number.matches()) {
            List<String> either = new ArrayList<>();
            List<Object> parameters = new ArrayList<>();
            either.add("f.register_number = ?" + (number.group(2) == null ? "" : " AND f.register_year = ?"));
            parameters.add(Integer.valueOf(number.group(1)));
            Optional.ofNullable(number.group(2)).map(Integer::valueOf).ifPresent(parameters::add);
            if (isSearchable) {
                either.add(CONTAINS);
                parameters.add(containing(folded));
            }
            query.and("(" + String.join(" OR ", either) + ")", parameters);
            return;
        }
        if (!isSearchable) {
            throw malformedSearch();
        }
        query.and(CONTAINS, containing(folded));
    }

    private static Problem malformedSearch() {
        return Problem.malformedParameter(
                "q", "Từ " + SHORTEST + " đến " + LONGEST + " ký tự.", SHORTEST + " to " + LONGEST + " characters.");
    }

    /** A LIKE pattern for texts containing this one, wildcards escaped. */
    static String containing(String folded) {
        return '%' + folded.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + '%';
    }

    private static OffsetDateTime startOf(LocalDate day) {
        return day == null ? null : day.atStartOfDay(VietnamTime.ZONE).toOffsetDateTime();
    }

    /** Query builder; values are always bound as parameters. */
    private final class Query {

        private final List<String> conditions = new ArrayList<>();
        private final List<Object> parameters = new ArrayList<>();

        Query(Sight sight, Optional<After> after) {
            and("f.authority_id = ?", sight.authorityId());
            if (sight.ofUnitOnly()) {
                and("f.unit_id = ?", sight.unitId().orElse(NO_UNIT));
            }
            after.ifPresent(last -> {
                conditions.add("(f.received_at, f.id) < (?, ?)");
                parameters.add(last.receivedAt().atOffset(ZoneOffset.UTC));
                parameters.add(last.id());
            });
        }

        /** @param value of the condition's single parameter; {@code null} omits the condition */
        void and(String condition, Object value) {
            if (value != null) {
                conditions.add(condition);
                parameters.add(value instanceof Enum<?> one ? one.name() : value);
            }
        }

        void and(String condition, List<Object> values) {
            conditions.add(condition);
            parameters.addAll(values);
        }

        /** @param which selects one of the two conditions; {@code null} omits both */
        void either(String whereTrue, String whereFalse, Boolean which) {
            if (which != null) {
                conditions.add(which ? whereTrue : whereFalse);
            }
        }

        List<ListRow> rows(int most) {
            parameters.add(most);
            return queries.list(
                    ROWS + " WHERE " + String.join(" AND ", conditions)
                            + " ORDER BY f.received_at DESC, f.id DESC FETCH FIRST ? ROWS ONLY",
                    parameters,
                    ListRow::of);
        }
    }
}
