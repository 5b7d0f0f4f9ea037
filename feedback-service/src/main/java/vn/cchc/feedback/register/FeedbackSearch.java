package vn.cchc.feedback.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cchc.feedback.TrackingCode;
import vn.cchc.feedback.handling.Sight;
import vn.cchc.feedback.limit.HandlingLimit;
import vn.cchc.platform.http.FieldFault;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.http.Text;
import vn.cchc.platform.text.VietnameseText;
import vn.cchc.platform.time.VietnamTime;

/** Lists of feedback: newest arrival first, by keyset, so that a page costs the same however far down it is. */
@ApplicationScoped
class FeedbackSearch {

    private static final String ROWS = """
            select new vn.cchc.feedback.register.ListRow(f.id, f.registerNumber, f.registerYear, f.channel, f.kind,
            f.classification, f.urgency, f.state, f.receivedAt, f.dueOn, f.dueProvisional, f.dueMovedFrom, f.pausedSince,
            f.unitId, f.person, f.answeredOn, f.excerpt) from Feedback f""";

    private static final String OVERDUE =
            "(f.endedOn is null and " + HandlingLimit.overdueSql("f.dueOn", "f.pausedSince", ":today") + ")";

    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,7})(?:/([0-9]{4}))?");
    private static final int SHORTEST = 2;
    private static final int LONGEST = 100;

    /** No unit has this id: an officer without a unit sees nothing. */
    private static final UUID NO_UNIT = new UUID(0, 0);

    private final EntityManager entities;

    FeedbackSearch(EntityManager entities) {
        this.entities = entities;
    }

    /** The last row shown, after which the list goes on. */
    record After(Instant receivedAt, UUID id) {}

    List<ListRow> list(Sight sight, ListFilters filters, LocalDate today, Optional<After> after, int rows) {
        Query query = new Query(sight, after);
        query.and(filters.state(), "f.state = :state", "state");
        query.and(filters.channel(), "f.channel = :channel", "channel");
        query.and(filters.classification(), "f.classification = :classification", "classification");
        query.and(filters.unit(), "f.unitId = :unit", "unit");
        query.and(filters.dueBefore(), "f.endedOn is null and f.dueOn < :dueBefore", "dueBefore");
        if (filters.overdue() != null) {
            query.and(today, (filters.overdue() ? "" : "not ") + OVERDUE, "today");
        }
        query.and(startOf(filters.receivedFrom()), "f.receivedAt >= :receivedFrom", "receivedFrom");
        query.and(
                filters.receivedTo() == null
                        ? null
                        : startOf(filters.receivedTo().plusDays(1)),
                "f.receivedAt < :receivedBefore",
                "receivedBefore");
        if (filters.q() != null && !filters.q().isBlank()) {
            search(query, filters.q().strip());
        }
        return query.rows(rows);
    }

    /** Those sent by whom the patterns describe; see {@link SearchFeedback#patterns}. */
    List<ListRow> listBySender(Sight sight, List<String> patterns, Optional<After> after, int rows) {
        Query query = new Query(sight, after);
        for (int i = 0; i < patterns.size(); i++) {
            query.and(
                    patterns.get(i),
                    "exists (select 1 from FeedbackSender s" + i + " where s" + i + ".feedbackId = f.id and s" + i
                            + ".authorityId = :authority and s" + i + ".folded like :sender" + i + " escape '\\')",
                    "sender" + i);
        }
        return query.rows(rows);
    }

    private static void search(Query query, String q) {
        Matcher number = NUMBER.matcher(q);
        if (number.matches()) {
            query.and(Integer.valueOf(number.group(1)), "f.registerNumber = :number", "number");
            if (number.group(2) != null) {
                query.and(Integer.valueOf(number.group(2)), "f.registerYear = :year", "year");
            }
            return;
        }
        Optional<TrackingCode> code = TrackingCode.parse(q);
        if (code.isPresent()) {
            query.and(code.get().digits(), "f.trackingCode = :code", "code");
            return;
        }
        String folded = VietnameseText.fold(q);
        if (folded.length() < SHORTEST || folded.length() > LONGEST) {
            throw Problem.badRequest(
                    "malformed-parameter",
                    Text.of("Tham số không hợp lệ.", "A parameter is not valid."),
                    FieldFault.of("q", "Từ 2 đến 100 ký tự.", "2 to 100 characters."));
        }
        query.and(containing(folded), "f.contentFolded like :q escape '\\'", "q");
    }

    /** A pattern for texts that contain this one, whatever signs are in it. */
    static String containing(String folded) {
        return '%' + folded.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + '%';
    }

    private static Instant startOf(LocalDate day) {
        return day == null ? null : day.atStartOfDay(VietnamTime.ZONE).toInstant();
    }

    /** A query put together of the conditions that are wanted; values are always parameters. */
    private final class Query {

        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> parameters = new HashMap<>();

        Query(Sight sight, Optional<After> after) {
            and(sight.authorityId(), "f.authorityId = :authority", "authority");
            if (sight.ofUnitOnly()) {
                and(sight.unitId().orElse(NO_UNIT), "f.unitId = :ownUnit", "ownUnit");
            }
            after.ifPresent(last -> {
                conditions.add("(f.receivedAt, f.id) < (:lastReceivedAt, :lastId)");
                parameters.put("lastReceivedAt", last.receivedAt());
                parameters.put("lastId", last.id());
            });
        }

        void and(Object value, String condition, String parameter) {
            if (value != null) {
                conditions.add(condition);
                parameters.put(parameter, value);
            }
        }

        List<ListRow> rows(int most) {
            var query = entities.createQuery(
                    ROWS + " where " + String.join(" and ", conditions) + " order by f.receivedAt desc, f.id desc",
                    ListRow.class);
            parameters.forEach(query::setParameter);
            return query.setMaxResults(most).getResultList();
        }
    }
}
