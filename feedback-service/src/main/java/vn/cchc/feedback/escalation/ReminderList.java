package vn.cchc.feedback.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.cchc.platform.database.PlainQueries;
import vn.cchc.platform.http.Page;

/** What waits for somebody: reminders whose case still awaits its answer, the earliest due day first. */
@ApplicationScoped
@Transactional
class ReminderList {

    private static final String ROWS = """
            SELECT r.feedback_id, r.authority_id, f.register_number, f.register_year, f.unit_id, r.due_on, r.step, r.recipient,
                   r.working_days, r.decided_at
            FROM reminder r JOIN feedback f ON f.id = r.feedback_id WHERE\s""";
    private static final String ORDER = " ORDER BY r.due_on, r.feedback_id, r.recipient FETCH FIRST ? ROWS ONLY";

    private final PlainQueries queries;
    private final Clock clock;

    ReminderList(PlainQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /** A reminder with the case that it is of. */
    record Row(
            UUID feedbackId,
            UUID authorityId,
            int number,
            int year,
            UUID unitId,
            LocalDate dueOn,
            String step,
            Recipient recipient,
            int workingDays,
            OffsetDateTime decidedAt) {}

    Page<ReminderView> page(Addressee whose, Integer limit, String cursor) {
        LocalDate today = LocalDate.now(clock);
        return Page.<Row>read(
                        limit,
                        cursor,
                        whose.toString(),
                        (after, atMost) -> {
                            List<Object> parameters = new ArrayList<>(whose.parameters());
                            after.ifPresent(
                                    last -> parameters.addAll(List.of(last.date(0), last.uuid(1), last.string(2))));
                            parameters.add(atMost);
                            return rows(after.isPresent(), whose, parameters);
                        },
                        row -> List.of(
                                row.dueOn(), row.feedbackId(), row.recipient().name()))
                .map(row -> ReminderView.of(row, today));
    }

    private List<Row> rows(boolean continued, Addressee whose, List<Object> parameters) {
        String behind = continued ? " AND (r.due_on, r.feedback_id, r.recipient) > (?, ?, ?)" : "";
        return queries.list(
                ROWS + whose.sql() + behind + ORDER,
                parameters,
                row -> new Row(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getInt(3),
                        row.getInt(4),
                        row.getObject(5, UUID.class),
                        row.getObject(6, LocalDate.class),
                        row.getString(7),
                        Recipient.valueOf(row.getString(8)),
                        row.getInt(9),
                        row.getObject(10, OffsetDateTime.class)));
    }
}
