package vn.cchc.feedback.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.cchc.feedback.limit.HandlingLimit;
import vn.cchc.platform.database.JsonColumns;
import vn.cchc.platform.database.PlainQueries;

/** The tables of reminders. All in the current transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ReminderTables {

    private static final UUID FIRST = new UUID(0, 0);

    /**
     * A case that is being changed is skipped: the change has it looked at again. A row of feedback is locked so that the
     * foreign key of the reminders waits for nobody.
     */
    private static final String TO_LOOK_AT = """
            SELECT f.id, f.authority_id, a.parent_id, f.received_on, f.due_on, %s, f.paused_since
            FROM reminder_watch w JOIN feedback f ON f.id = w.feedback_id
            LEFT JOIN known_authority a ON a.id = f.authority_id
            WHERE w.look_on <= ? ORDER BY w.look_on, w.feedback_id LIMIT ?
            FOR UPDATE OF w SKIP LOCKED FOR KEY SHARE OF f SKIP LOCKED""".formatted(HandlingLimit.dueAtSql("f.due_at", "f.due_on"));

    private static final String LADDERS = """
            SELECT l.id, l.authority_id, l.valid_from, l.valid_to, s.step, s.working_days, s.recipient
            FROM reminder_ladder l JOIN reminder_step s ON s.ladder_id = l.id
            WHERE l.authority_id IS NULL OR l.authority_id IN (SELECT text::uuid FROM jsonb_array_elements_text(?::jsonb) text)""";

    private static final String REACHED = """
            jsonb_to_recordset(?::jsonb) AS d("feedbackId" uuid, "dueOn" date, step text, "authorityId" uuid,
                "toAuthorityId" uuid, recipient text, "workingDays" integer, "decidedAt" timestamptz, current boolean)""";
    private static final String DECIDE = """
            INSERT INTO reminder (feedback_id, due_on, step, authority_id, to_authority_id, recipient, working_days,
                decided_at, open)
            SELECT "feedbackId", "dueOn", step, "authorityId", "toAuthorityId", recipient, "workingDays", "decidedAt", false
            FROM %s ON CONFLICT (feedback_id, due_on, step) DO NOTHING
            RETURNING feedback_id, due_on, step""".formatted(REACHED);
    private static final String OVERTAKE = """
            UPDATE reminder r SET open = false FROM %s
            WHERE r.feedback_id = d."feedbackId" AND r.recipient = d.recipient AND r.open AND d.current
            AND (r.due_on, r.step) <> (d."dueOn", d.step) RETURNING 1""".formatted(REACHED);
    private static final String OPEN = """
            UPDATE reminder r SET open = true FROM %s
            WHERE r.feedback_id = d."feedbackId" AND r.due_on = d."dueOn" AND r.step = d.step AND NOT r.open AND d.current
            RETURNING 1""".formatted(REACHED);
    private static final String LOOK_LATER = """
            UPDATE reminder_watch w SET look_on = coalesce(l."lookOn", 'infinity')
            FROM jsonb_to_recordset(?::jsonb) AS l("feedbackId" uuid, "lookOn" date)
            WHERE w.feedback_id = l."feedbackId" RETURNING 1""";

    private static final String CALENDAR = "SELECT version, looked_up_to FROM reminder_calendar FOR UPDATE";
    private static final String LOOK_AGAIN = """
            UPDATE reminder_watch SET look_on = '-infinity' WHERE feedback_id IN (
                SELECT feedback_id FROM reminder_watch WHERE feedback_id > ? ORDER BY feedback_id LIMIT ?
                FOR UPDATE SKIP LOCKED) RETURNING feedback_id""";
    private static final String CALENDAR_TOLD =
            "UPDATE reminder_calendar SET version = ?, looked_up_to = ?::uuid RETURNING 1";

    private final PlainQueries queries;

    ReminderTables(PlainQueries queries) {
        this.queries = queries;
    }

    /**
     * An open case.
     *
     * @param above the authority directly above; {@code null} where there is none
     * @param pausedSince first day of the current pause; {@code null} if none
     */
    record Watched(
            UUID id,
            UUID authorityId,
            UUID above,
            LocalDate arrivedOn,
            LocalDate dueOn,
            Instant dueAt,
            LocalDate pausedSince) {

        private static Watched of(ResultSet row) throws SQLException {
            return new Watched(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getObject(3, UUID.class),
                    row.getObject(4, LocalDate.class),
                    row.getObject(5, LocalDate.class),
                    row.getObject(6, OffsetDateTime.class).toInstant(),
                    row.getObject(7, LocalDate.class));
        }

        /** Waits for its sender, and is not overdue. */
        boolean isPaused(OffsetDateTime now) {
            return pausedSince != null && !HandlingLimit.overdue(dueAt, pausedSince, now.toInstant());
        }
    }

    /**
     * A step that is reached.
     *
     * @param current whether it is the last one of its recipient
     */
    record Reached(
            UUID feedbackId,
            LocalDate dueOn,
            String step,
            UUID authorityId,
            UUID toAuthorityId,
            Recipient recipient,
            int workingDays,
            OffsetDateTime decidedAt,
            boolean current) {}

    /** @param lookOn {@code null}: not before the case changes */
    record Look(UUID feedbackId, LocalDate lookOn) {}

    /** Open cases to be looked at on that day, locked. */
    List<Watched> toLookAt(LocalDate today, int atMost) {
        return queries.list(TO_LOOK_AT, List.of(today, atMost), Watched::of);
    }

    /** Ladders of the country and of these authorities. */
    List<Ladder> ladders(List<UUID> authorities) {
        record Rung(UUID ladder, UUID authorityId, LocalDate from, LocalDate to, Ladder.Step step) {}
        Map<UUID, Ladder> ladders = new LinkedHashMap<>();
        queries.list(
                        LADDERS,
                        List.of(JsonColumns.write(authorities)),
                        row -> new Rung(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getObject(3, LocalDate.class),
                                row.getObject(4, LocalDate.class),
                                new Ladder.Step(row.getString(5), row.getInt(6), Recipient.valueOf(row.getString(7)))))
                .forEach(rung -> ladders.merge(
                        rung.ladder(),
                        new Ladder(rung.authorityId(), rung.from(), rung.to(), List.of(rung.step())),
                        Ladder::with));
        return List.copyOf(ladders.values());
    }

    /**
     * Decides the steps that are reached, each once: what was decided for this due day stays as it was. The last step of
     * each recipient is open.
     *
     * @return those that had not been decided before
     */
    List<Reached> decide(List<Reached> reached) {
        if (reached.isEmpty()) {
            return List.of();
        }
        List<String> rows = List.of(JsonColumns.write(reached));
        Set<Key> decided = Set.copyOf(queries.list(
                DECIDE,
                rows,
                row -> new Key(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class), row.getString(3))));
        queries.list(OVERTAKE, rows, row -> row.getInt(1));
        queries.list(OPEN, rows, row -> row.getInt(1));
        return reached.stream()
                .filter(one -> decided.contains(new Key(one.feedbackId(), one.dueOn(), one.step())))
                .toList();
    }

    private record Key(UUID feedbackId, LocalDate dueOn, String step) {}

    void lookLater(List<Look> looks) {
        queries.list(LOOK_LATER, List.of(JsonColumns.write(looks)), row -> row.getInt(1));
    }

    /**
     * Has cases looked at again, in batches, where another table of working days has come into force: their steps may be due
     * on other days.
     *
     * @return whether more may remain
     */
    boolean lookAgain(String calendarVersion, int atMost) {
        record Told(String version, Optional<UUID> upTo) {}
        Told told = queries.list(
                        CALENDAR,
                        List.of(),
                        row -> new Told(row.getString(1), Optional.ofNullable(row.getObject(2, UUID.class))))
                .get(0);
        Optional<UUID> after = told.version().equals(calendarVersion) ? told.upTo() : Optional.of(FIRST);
        if (after.isEmpty()) {
            return false;
        }
        List<UUID> again = queries.list(LOOK_AGAIN, List.of(after.get(), atMost), row -> row.getObject(1, UUID.class));
        boolean more = again.size() == atMost;
        // In the order of the database, which compares the bytes as the text does.
        String upTo =
                more ? again.stream().map(UUID::toString).max(String::compareTo).orElseThrow() : null;
        queries.list(CALENDAR_TOLD, Arrays.asList(calendarVersion, upTo), row -> row.getInt(1));
        return more;
    }
}
